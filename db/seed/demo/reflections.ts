import type { Chance } from './random'

const beginnings = [
  'Jag valde ett område som jag undervisar i nästa vecka, så att planen verkligen blir prövad.',
  'Vi är två i arbetslaget som går kursen samtidigt, och vi bestämde oss för att pröva i samma grupp.',
  'Mitt utgångsläge är en grupp med kontinuerlig antagning, där någon ny börjar nästan varje vecka.',
  'Jag började med att se på hur lektionen ser ut i dag och strök det som bara finns där av vana.',
  'Det här har jag skjutit upp länge, och därför fick planen bli liten.',
]
const middles = [
  'Det jag ändrar är instruktionen: tre steg på tavlan, ett exempel som är klart och tid att fråga en kamrat först.',
  'Jag lägger in två korta stopp där eleverna säger med egna ord vad de ska göra, innan de sätter i gång.',
  'Jag skriver målet överst i uppgiften och visar vad som skiljer ett svar som räcker från ett som är på väg.',
  'Eleverna får välja mellan att skriva, tala in eller visa, och jag bedömer samma sak i alla tre.',
  'Jag byter ut en uppgift hemma mot ett samtal på lektionen, där jag hör hur de resonerar.',
  'Materialet finns på samma plats varje gång, och den som har varit borta hittar det utan att behöva skriva till mig.',
  'Första passet gör vi tillsammans, det andra i par och det tredje får var och en göra på egen hand.',
  'Jag har skurit bort två av fem moment, för det som blir kvar ska hinna bli klart under lektionen.',
  'En kollega läste utkastet och frågade vad eleverna ska kunna efteråt, och då skrev jag om hela början.',
  'Jag tar med ett exempel från arbetsplatsen, så att det syns vad kunskapen ska användas till.',
  'De sista tio minuterna går åt till att samla upp vad som blev klart och vad vi börjar med nästa gång.',
  'Det som kan gå fel är att jag förklarar för länge, så jag har skrivit in när jag ska tystna.',
]
const ends = [
  'Efter två veckor tittar jag på hur många som kom vidare utan att fråga mig, och stämmer av med min kollega.',
  'Jag vet att det fungerar om fler lämnar in den första versionen i tid. Annars tar jag bort ett av stegen.',
  'Det svåraste blir att hålla fast vid planen när tiden är knapp. Därför har jag lagt den i kalendern.',
  'Nästa gång arbetslaget träffas visar jag vad jag gjorde och vad eleverna sade om det.',
  'Om det går bra gör jag likadant i min andra grupp efter lovet.',
]

const wordsOf = (text: string) => text.split(' ').length

/** A participant's reflection of at least `words` words: synthetic, about teaching in general, without any pupil in it. */
export function writeReflection(chance: Chance, words: number): string {
  let text = chance.pick(beginnings)
  const end = chance.pick(ends)
  for (const sentence of chance.shuffled(middles)) {
    if (wordsOf(text) + wordsOf(end) >= words && wordsOf(text) > 30) break
    text += ` ${sentence}`
  }
  return `${text} ${end}`
}
