export const toast = {
  signedIn: 'Du är inloggad.',
  signedOut: 'Du är utloggad.',
  signedOutEverywhere: 'Du är utloggad på alla enheter.',
  passwordChanged: 'Lösenordet är bytt. Andra enheter är utloggade.',
  sessionEnded: 'Enheten är utloggad.',
  saved: 'Sparat.',
  enrolled: 'Du är med i kursen.',
  lessonFinished: 'Lektionen är klar.',
  courseFinished: 'Kursen är klar. Intyget är utfärdat.',
  lectureFinished: 'Föreläsningen är klar.',
}
