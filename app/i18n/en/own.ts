import type { SameKeys } from '../translate'
import type { own as swedish } from '../sv/own'

export const own: SameKeys<typeof swedish> = {
  title: 'My data',
  lead: 'Everything that the portal keeps about you. You can fetch a copy, see who has opened your data and ask for erasure.',
  account: 'Account',
  copy: {
    title: 'Fetch a copy',
    text: 'The copy has everything that the portal knows about you. PDF is for reading, JSON for moving to another system.',
    masked: 'Identity numbers are masked in both.',
    pdf: 'Fetch PDF',
    json: 'Fetch JSON',
    fullTitle: 'JSON with the whole identity number',
    fullText: 'Enter your password and the file shows your identity numbers in full. It is logged.',
    password: 'Your password',
    full: 'Fetch JSON with the whole number',
    parts: 'What the copy contains',
  },
  fault: {
    'wrong-password': 'The password is not right. Try again.',
    'too-many-attempts': 'Too many attempts. Wait a quarter of an hour and try again.',
  },
  looked: {
    title: 'Who has opened my data?',
    text: 'Here stands when somebody else opened or changed your data or your identity number.',
    none: 'Nobody else has opened your data.',
    when: 'When',
    who: 'Who',
    what: 'What',
    why: 'Reason',
    more: 'The latest 50 are shown. All are in the copy.',
  },
}
