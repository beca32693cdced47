import type { pages as sv } from '../sv/pages'
import type { SameKeys } from '../translate'

export const pages: SameKeys<typeof sv> = {
  about: {
    title: 'About the project',
    lead: 'Omställning i West strengthens the competence of those who work in adult education in western Sweden.',
    aimTitle: 'Aim',
    aim: 'More people are far from the labour market while almost all employers need skills. Adult education must reach new groups and work in new ways. The project gives staff lectures, short courses, themed workshops and good practice to learn from.',
    goalsTitle: 'Long-term goals',
    goal1: 'Decision-makers see adult education as a motor for lifelong learning.',
    goal2: 'Adult education reaches new groups.',
    goal3: 'Staff use new pedagogy and new tools.',
    resultTitle: 'Results',
    result:
      'The project was planned for {{planned}} participants. Final results are published here once they are established.',
    supportTitle: 'Support from the EU',
    support:
      'The project is co-funded by the European Union through the European Social Fund+. The EU share is {{rate}} per cent. Programme area {{area}}, specific objective {{objective}}.',
    factsTitle: 'Facts',
    number: 'Registration number',
    period: 'Project period',
    owner: 'Project owner',
    partners: 'Partners',
    fund: 'Fund',
    source: 'The project in the database of the Swedish ESF Council',
    afterTitle: 'After the project',
    after:
      'The portal lives on after the project. What you finish after its last day counts in your competence profile and gives a certificate, but is not project time.',
  },
  accessibility: {
    title: 'Accessibility statement',
    lead: 'This statement is about the web service Westum Learning Portal, provided by Nätverk Westum.',
    actorTitle: 'Who provides the service',
    actor: 'Nätverk Westum, organisation number 802414-8689, 451 50 Uddevalla, Sweden.',
    statusTitle: 'How accessible the service is',
    status:
      'The service is partially compliant with the Swedish act on accessibility of digital public services. It is built for WCAG 2.2 level AA. The shortcomings that we know of are listed below.',
    knownTitle: 'Content that is not accessible',
    known1:
      'The recorded lectures have no audio description. The pictures are described in the speech and the transcript holds the whole content (WCAG 1.2.5).',
    known2: 'The speech in the lectures is synthetic and mispronounces some words. Captions and transcript are right.',
    known3: 'Courses, lectures and examples are in Swedish only, also when the interface is in English.',
    known4:
      'Certificates as PDF are not tagged for screen readers. The same facts are on the web page of the certificate.',
    burdenTitle: 'Exception for disproportionate burden',
    burden: 'We claim no such exception (section 12 of the act).',
    outsideTitle: 'Content outside the act',
    outside: 'Pages of others that we link to, such as sources of good practice (section 9 of the act).',
    testedTitle: 'How we have tested',
    tested:
      'Self-assessment: automatic tests of the pages in light and dark and in two screen widths, tests with the keyboard alone and tests without scripts. No external audit has been made.',
    assessedOn: 'The assessment was made on {{day}}.',
    updatedOn: 'The statement was last updated on {{day}}.',
    reportTitle: 'Have you found a shortcoming?',
    report: 'Write to us. You need not say who you are. You can also ask for content in another form.',
    message: 'What does not work, or what do you need?',
    messageHint: 'Tell us on which page. Do not write personal data.',
    contact: 'E-mail address, if you want an answer (optional)',
    send: 'Send',
    messageMissing: 'Write what does not work.',
    messageLong: 'The message may have at most 4,000 characters.',
    contactWrong: 'Enter a complete e-mail address, for example name@example.se, or leave the field empty.',
    tooMany: 'Many messages have come in a short time. Wait a while and try again.',
    sent: 'Thank you. Your message is saved and is read by those who look after the portal.',
    supervisionTitle: 'Supervision',
    supervision:
      'The Agency for Digital Government, Digg, supervises the act. If you are not content with how we handle your message you can report it to Digg.',
    supervisionLink: 'Report an accessibility shortcoming to Digg',
  },
  privacy: {
    title: 'Personal data',
    lead: 'How the portal handles data about you.',
    whatTitle: 'Data held about you',
    what1: 'Name, e-mail address, employer, municipality and job.',
    what2: 'Courses you take, answers you give, what you have seen of a lecture and what you finish.',
    what3: 'Hours, certificates and levels in your competence profile.',
    what4:
      'If you are a participant of the project: personal identity number or coordination number, entry and exit dates. The number is encrypted, shown masked and read only by the project office. Every reveal is logged with a reason.',
    notTitle: 'Data the portal does not ask for',
    not: 'The portal does not ask for education, disability, origin or the like. Statistics Sweden takes statistics from its own registers.',
    whoTitle: 'Who sees what',
    who1: 'You see everything about yourself and can see who has opened your profile.',
    who2: 'Your manager sees your levels and courses only if you choose to share your competence profile. Groups of fewer than five people are not shown in summaries.',
    who3: 'Coordinators at the partner and the project office see participant records and hours.',
    who4: 'Data on project participants are handed to Statistics Sweden and the Swedish ESF Council by the rules of the European Social Fund+.',
    basisTitle: 'Legal basis',
    basis:
      'The processing is for a task in the public interest and for legal duties under the EU rules of the fund, not on consent. Westum and the partners establish who is controller of the portal; ask the project office.',
    keepTitle: 'How long data are kept',
    keep: 'Evidence for project hours is kept as long as the rules of the support require, at least five years from the end of the year of the last payment. Nothing of it is erased before that date is known. Self-assessments and records of what you have watched are not project evidence and can be removed on request.',
    cookiesTitle: 'Cookies',
    cookies:
      'The portal uses necessary cookies only: one that keeps you signed in, one that remembers the language and one that shows a short message after you have saved. No cookies are used for statistics or marketing.',
    protectedTitle: 'Protected personal data',
    protected:
      'If your personal data are protected you are shown by an alias to everybody else. Name and number appear in no list, export, search or certificate check. Contact the project office before you begin.',
    rightsTitle: 'Your rights',
    rights:
      'You have the right to know which data are held, to have faults corrected, to have erased what is no evidence for a project, and to complain to the Swedish Authority for Privacy Protection.',
    rightsOwn: 'Fetch a copy or ask for erasure',
    rightsLink: 'Swedish Authority for Privacy Protection, imy.se',
  },
  feedback: {
    title: 'Accessibility messages',
    lead: 'Messages that visitors have left at the accessibility statement, newest first.',
    received: 'Received',
    message: 'Message',
    contact: 'Answer to',
    anonymous: 'Anonymous',
    emptyTitle: 'No messages yet',
    empty: 'Messages from the form on the Accessibility page arrive here.',
  },
}
