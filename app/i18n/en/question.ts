import type { SameKeys } from '../translate'
import type { question as swedish } from '../sv/question'

export const question: SameKeys<typeof swedish> = {
  hint: {
    multiple: 'Choose every answer that is right.',
    ordering: 'Give each row a number, 1 for what comes first.',
    matching: 'Choose what belongs to each row.',
    numeric: 'Write a number, for example 3.5.',
    'short-text': 'Write a word or a few words.',
    'gap-text': 'Fill in every gap.',
  },
  fault: {
    missing: 'Answer the question.',
    'parts-missing': 'The answer is not complete. Fill in every part.',
    'not-a-number': 'Write the answer as a number, for example 3.5.',
    'same-place': 'Two rows have the same number. Give each row its own.',
  },
  choose: 'Choose',
  number: 'Your answer as a number',
  yourAnswer: 'Your answer',
  gap: 'Gap {{number}} of {{total}}',
  gapLabel: 'Gap {{number}}',
  order: {
    place: '(place in the order)',
    up: 'Move up: {{text}}',
    down: 'Move down: {{text}}',
    said: '{{text}} is now at place {{place}} of {{total}}.',
  },
  right: 'Right',
  partly: 'Partly right, {{share}} per cent',
  wrong: 'Not right',
  chosen: 'Your answer',
  correctOption: 'is right',
  wrongOption: 'is not right',
  rightIs: 'The right answer is {{right}}',
  nothing: 'no answer',
  place: 'place {{place}}',
}
