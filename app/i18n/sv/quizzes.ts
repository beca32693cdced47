export const quizzes = { title: 'Frågor' }
