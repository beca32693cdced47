import type { courseLanguages as sv } from '../sv/course-languages'
import type { SameKeys } from '../translate'

export const courseLanguages: SameKeys<typeof sv> = {
  overview: {
    lead: 'The course is one and the same in every language: the same lessons, time and certificate. Here is what has been translated.',
    caption: 'The texts of the course in languages other than the original’s',
    text: 'Text',
    own: 'The course’s own texts',
    open: 'Open',
    translate: 'Translate',
    of: ': {{title}} in {{language}}',
    states: {
      missing: 'Missing',
      unfinished: 'Not done',
      outdated: 'The original has changed',
      whole: 'Done',
    },
    reach: {
      missing: 'The course is not in {{language}}. Begin with its own texts. Its lessons can be translated after that.',
      unfinished: 'Readers can choose {{language}} when the course’s own texts are done and the course is published.',
      outdated: 'The course’s own texts have changed in {{original}} since they were translated. Readers are told.',
      whole: 'Readers can choose {{language}} when the course is published.',
    },
    done: '{{done}} of {{total}} lessons are done. Readers get the others in {{original}}.',
    allDone: 'Every lesson is done.',
    begin: 'Translate into {{language}}',
    noLessons: 'The course has no lessons yet.',
  },
  texts: {
    title: 'The course’s own texts in {{language}}',
    lead: 'What the catalogue and the page of the course say. The texts of the lessons are translated one by one.',
    back: 'To the languages',
    original: 'Original in {{original}}',
    copy: 'Begin with a copy of the original',
    part: {
      title: 'Title',
      summary: 'Summary',
      description: 'Description',
      outcomes: 'After the course you can',
      modules: 'Names of the modules',
      coverAlt: 'Text alternative of the cover picture',
    },
    outcome: 'Outcome {{number}}',
    module: 'Module {{number}}',
    noOutcomes: 'The original has no outcomes yet.',
    nothing: 'The original has no text here yet.',
    superfluous: 'The original has no outcome here. Move the text or empty the field.',
    state: {
      missing: 'Readers get the course in {{original}} until the translation is done.',
      unfinished: 'The translation is not done. Readers get the course in {{original}}.',
      outdated:
        'The original has changed since the translation was written. Readers are told until you have looked the texts over.',
      whole: 'The translation is done. Readers get it when the course is published.',
    },
    alsoChanged: 'The original has changed since the translation was written.',
    done: 'The translation is whole and says what the original says now',
    save: 'Save the texts',
    conflict:
      'The original or the translation has changed while you were writing. What you have written is still here. Compare it with the original as it is now, and then save again.',
    conflictLink: 'Open the saved translation in a new tab',
    remove: 'Take {{language}} off the course',
    removeLead:
      'The course’s own texts in {{language}} are deleted from the draft. The texts of its lessons stay and are shown again if the language is added anew. Readers can choose {{language}} until the course is published next time.',
    removeConfirm: 'Yes, take {{language}} off',
  },
  beside: {
    original: 'The original in {{original}}',
  },
  fault: {
    title: 'The title may have at most 120 characters.',
    summary: 'The summary may have at most 220 characters.',
    outcome: 'Outcome {{number}} may have at most 300 characters.',
    module: 'Module {{number}} may have at most 150 characters.',
    coverAlt: 'The text alternative may have at most 300 characters.',
    lacking: 'Write a translation: {{part}}.',
    superfluous: '{{part}} is not in the original. Move the text or empty the field.',
    notWhole: 'Translate all that the original says, or take away the tick and save what there is.',
    body: 'The description could not be saved. {{message}}',
    line: 'The description, line {{line}}: {{message}} {{remedy}}',
  },
}
