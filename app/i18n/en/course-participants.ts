/** Texts of the page on which people are let in to a course. */
export const courseParticipants = {
  title: 'Participants',
  lead: 'Here you let people in and follow the cohorts. Changes hold at once.',
  notPublished: 'When the course is published you can let people in here.',
  invite: {
    title: 'Invite',
    lead: 'The course is not open to everybody. Whoever is invited is told, with a link to the course.',
    emails: 'E-mail addresses of accounts in the portal',
    emailsHint: 'One address a line, at most 100.',
    give: 'Invite',
  },
  permits: {
    title: 'Let somebody past the prerequisites',
    lead: 'The course requires prerequisites. Let in somebody who knows the same, with a reason that is kept.',
    email: 'The person’s e-mail address',
    reason: 'Reason',
    reasonHint: 'At least ten characters, for instance what experience the person has.',
    give: 'Let in',
    listTitle: 'People let in',
    none: 'Nobody is let in yet.',
    kinds: { dispens: 'Let past the prerequisites', inbjudan: 'Invited' },
    columns: { name: 'Name', kind: 'Kind', reason: 'Reason', given: 'When', end: 'Take back' },
    end: 'Take back',
    endHint: 'Whoever has begun the course stays in it.',
  },
  fault: {
    'no-such-person':
      'Nobody with an account in the portal can be let in by that address. Check the spelling. The project office helps people with protected personal data.',
    reason: 'Write a reason of at least ten and at most three hundred characters.',
    'no-emails': 'Write at least one e-mail address.',
    'many-emails': 'Invite at most 100 people at a time.',
    'unknown-emails':
      'No account that can be invited has the address {{emails}}. Nobody is invited. Correct it and try again.',
    already: 'The person is let in already.',
  },
}
