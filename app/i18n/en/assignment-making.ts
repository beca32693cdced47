import type { SameKeys } from '../translate'
import type { assignmentMaking as sv } from '../sv/assignment-making'

export const assignmentMaking: SameKeys<typeof sv> = {
  handIn: 'What is handed in',
  steps: 'Steps after handing in',
  stepsText: 'The steps come in this order. Take only those that you need.',
  fields: {
    minWords: 'Least number of words',
    mostFiles: 'Most files',
    peerCount: 'Number of works to read',
    peerDays: 'Days that peer feedback is open',
    train: 'Practice: assess examples and compare with your assessment',
    peer: 'Peer feedback: learners read each other’s work',
    anonymous: 'Peer feedback is anonymous',
    acrossOrganisations: 'Peer feedback also between learners of different organisations',
    self: 'Self-assessment: the learner assesses their own work',
    leader: 'Course leader: you give feedback and approve',
  },
  hints: {
    minWords: 'Write 0 if a file is enough.',
    mostFiles: 'Write 0 if no files are to be handed in.',
    peerCount: 'Each one also gets feedback from as many.',
    peerDays: 'Counted from the handing in. After that no more feedback is asked for, and the learner goes on.',
  },
  fault: {
    words: 'Write the number of words, 0–2000.',
    files: 'Write the number of files, 0–5.',
    count: 'Write a number between 1 and 5.',
    days: 'Write the number of days, 1–90.',
  },
  rubric: {
    title: 'Rubric',
    text: 'Each criterion has levels described in words, from the weakest to the strongest. Empty the fields to take away a criterion or a level.',
    criterion: 'Criterion {{number}}',
    new: 'New criterion',
    newHint: 'Save the lesson to get room for one more.',
    criterionTitle: 'What the criterion is about',
    level: 'Level {{number}}',
    levelTitle: 'Level {{number}}: name',
    levelText: 'Level {{number}}: description',
  },
  examples: {
    title: 'Examples to practise on',
    text: 'Write texts that the learners assess first, and your own assessment for them to compare with. Choose levels when the rubric is saved.',
    example: 'Example {{number}}',
    new: 'New example',
    name: 'Heading of the example',
    words: 'Text of the example',
    noLevel: 'No level chosen',
    comment: 'Your comment',
  },
}
