export const mailChoice = {
  title: 'Mejl till dig',
  lead: 'Mejlen går till {{email}}. Allt i dem finns också på Min sida.',
  off: 'Portalen är inte inställd för att skicka mejl än. Ditt val sparas ändå.',
  legend: 'Vad vill du få?',
  choice: {
    allt: 'Allt: det som brådskar direkt, resten samlat på morgonen',
    bradskande: 'Bara det som brådskar',
    inget: 'Inga mejl',
  },
  urgent:
    'Det brådskar till exempel när du har fått plats från väntelistan, när en träff är inställd eller när en månad är återlämnad till dig.',
  protected: 'Du har skyddade personuppgifter. Därför skickar portalen inga mejl om du inte själv väljer det.',
  submit: 'Spara valet',
}
