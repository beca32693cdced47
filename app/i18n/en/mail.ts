export const mail = {
  subject: {
    bradskande_one: 'Something new in Westum Lärportal',
    bradskande_other: '{{count}} things are new in Westum Lärportal',
    samlat_one: 'Something new for you in Westum Lärportal',
    samlat_other: '{{count}} things are new for you in Westum Lärportal',
  },
  hello: 'Hello {{name}},',
  why: 'You get this because you have an account in Westum Lärportal. You choose what you want to get:',
  choose: 'Change what you get',
  noReply: 'This mail cannot be replied to.',
}
