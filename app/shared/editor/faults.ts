/** Why a document is refused. */
export type DocumentFault =
  | 'not-a-document'
  | 'too-large'
  | 'too-deep'
  | 'unknown-node'
  | 'unknown-mark'
  | 'unknown-attribute'
  | 'bad-attribute'
  | 'bad-link'
  | 'bad-picture'
  | 'missing-alt'
  | 'bad-embed'
  | 'bad-table'
  | 'double-key'
  | 'bad-structure'

/** What is wrong and what to do, in Swedish. */
export const faultMessages: Record<DocumentFault, string> = {
  'not-a-document': 'Texten är inte ett dokument. Öppna den i redigeraren och spara igen.',
  'too-large': 'Texten är för stor. Dela den i flera lektioner.',
  'too-deep': 'Texten har för många nivåer i varandra. Gör listorna eller rutorna plattare.',
  'unknown-node': 'Texten innehåller en del som inte får finnas. Ta bort den.',
  'unknown-mark': 'Texten innehåller en formatering som inte får finnas. Ta bort den.',
  'unknown-attribute': 'En del av texten har en egenskap som inte får finnas. Ta bort den.',
  'bad-attribute': 'En egenskap i texten saknas eller har ett värde som inte går att använda. Rätta den.',
  'bad-link': 'En länk har en adress som inte är tillåten. Använd https://, mailto: eller en adress inom portalen.',
  'bad-picture': 'En bild eller fil har en adress utanför portalen. Ladda upp den i stället.',
  'missing-alt': 'En bild saknar alternativtext. Beskriv kort vad bilden visar, eller ange att den är dekorativ.',
  'bad-embed': 'En inbäddad sida ligger på en webbplats som inte är tillåten. Lägg in en länk i stället.',
  'bad-table': 'En tabell är för stor eller har olika många celler i raderna. Dela eller rätta tabellen.',
  'double-key': 'Två frågor att fundera på har samma nyckel, så svaren skulle blandas. Ge den ena en annan nyckel.',
  'bad-structure':
    'Textens delar ligger i fel ordning, till exempel en rubrik i en tabellcell. Flytta eller ta bort delen.',
}
