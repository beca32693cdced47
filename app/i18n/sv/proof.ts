export const proof = {
  whole: 'Kedjan är hel: {{links}} länkar för {{people}} personer och {{figures}} frysta siffror stämmer.',
  removed: '{{removed}} rader är borttagna av en gallringsregel eller en radering. Deras länkar står kvar och stämmer.',
  broken: 'Kedjan är bruten på {{breaks}} ställen. Det första:',
  remedy: 'Gör så här: ändra inget. Spara databasen som den är och jämför med den senaste säkerhetskopian.',
  unknownProject: 'Det finns inget projekt med diarienumret {{diarienr}}.',
  faults: {
    'row-altered': 'Raden {{rowId}} i {{table}}, nummer {{position}} i kedjan för {{personId}}, är ändrad.',
    'row-deleted':
      'Raden {{rowId}} i {{table}}, nummer {{position}} i kedjan för {{personId}}, är borttagen utan att en regel tog bort den.',
    'row-unchained': 'Raden {{rowId}} i {{table}} för {{personId}} är inlagd vid sidan av kedjan.',
    'removal-feigned':
      'Raden {{rowId}}, nummer {{position}} i kedjan för {{personId}}, uppges vara borttagen, men ingen regel tog bort den.',
    'link-altered':
      'Länken nummer {{position}} i kedjan för {{personId}} (raden {{rowId}}) är ändrad eller har bytt plats.',
    'link-missing': 'Länken före nummer {{position}} i kedjan för {{personId}} (raden {{rowId}}) saknas.',
    'head-altered': 'Kedjans slut för {{personId}} stämmer inte med den sista länken, nummer {{position}}.',
    'figure-altered': 'Den frysta siffran för {{personId}} är inte den som låsningen {{rowId}} skrev.',
    'figure-missing': 'Den frysta siffran för {{personId}} som låsningen {{rowId}} skrev saknas.',
  },
}
