export const mail = {
  subject: {
    bradskande_one: 'En nyhet i Westum Lärportal',
    bradskande_other: '{{count}} nyheter i Westum Lärportal',
    samlat_one: 'En nyhet för dig i Westum Lärportal',
    samlat_other: '{{count}} nyheter för dig i Westum Lärportal',
  },
  hello: 'Hej {{name}}!',
  why: 'Du får mejlet för att du har ett konto i Westum Lärportal. Du bestämmer själv vad du vill få:',
  choose: 'Ändra vad du får',
  noReply: 'Det går inte att svara på det här mejlet.',
}
