/** Texts of the page on which people are let in to a course. */
export const courseParticipants = {
  title: 'Deltagare',
  lead: 'Här släpper ni in personer och följer grupperna. Ändringar gäller direkt.',
  notPublished: 'När kursen är publicerad kan ni släppa in personer här.',
  invite: {
    title: 'Bjud in',
    lead: 'Kursen är inte öppen för alla. Den som bjuds in får ett meddelande med en länk till kursen.',
    emails: 'E-postadresser till konton i portalen',
    emailsHint: 'En adress på varje rad, högst 100.',
    give: 'Bjud in',
  },
  permits: {
    title: 'Dispens från förkunskaper',
    lead: 'Kursen kräver förkunskaper. Släpp in en person som har motsvarande kunskaper, med ett skäl som sparas.',
    email: 'Personens e-postadress',
    reason: 'Skäl',
    reasonHint: 'Minst tio tecken, till exempel vilken erfarenhet personen har.',
    give: 'Släpp in',
    listTitle: 'Insläppta personer',
    none: 'Ingen är insläppt än.',
    kinds: { dispens: 'Dispens', inbjudan: 'Inbjuden' },
    columns: { name: 'Namn', kind: 'Slag', reason: 'Skäl', given: 'När', end: 'Ta tillbaka' },
    end: 'Ta tillbaka',
    endHint: 'Den som har börjat kursen är kvar i den.',
  },
  fault: {
    'no-such-person':
      'Ingen med konto i portalen kan släppas in med den adressen. Kontrollera stavningen. Personer med skyddade personuppgifter hjälper projektkontoret.',
    reason: 'Skriv ett skäl på minst tio och högst trehundra tecken.',
    'no-emails': 'Skriv minst en e-postadress.',
    'many-emails': 'Bjud in högst 100 personer åt gången.',
    'unknown-emails':
      'Inget konto som kan bjudas in har adressen {{emails}}. Ingen är inbjuden. Rätta och försök igen.',
    already: 'Personen är redan insläppt.',
  },
}
