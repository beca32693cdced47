export const mailChoice = {
  title: 'Mail to you',
  lead: 'Mails go to {{email}}. Everything in them is also on My page.',
  off: 'The portal is not set up to send mail yet. Your choice is saved anyway.',
  legend: 'What do you want to get?',
  choice: {
    allt: 'Everything: what is urgent at once, the rest together in the morning',
    bradskande: 'Only what is urgent',
    inget: 'No mail',
  },
  urgent:
    'It is urgent for example when you have got a place from the waiting list, when a meeting is cancelled or when a month has been returned to you.',
  protected: 'Your personal data are protected. Therefore the portal sends no mail unless you choose it yourself.',
  submit: 'Save the choice',
}
