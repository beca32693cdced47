/** A meeting of the demonstration: its day and clock times in Stockholm, in minutes after midnight. */
export interface PlannedMeeting {
  day: string
  from: number
  to: number
  breakMinutes: number
}
export interface PlannedOccasion {
  meetings: readonly PlannedMeeting[]
  capacity: number
  /** How many have booked; those over the capacity wait. */
  booked: number
}
export interface PlannedActivity {
  slug: string
  /** Slug of the arranging organisation; null is the owner of the project. */
  arranger: string | null
  kind: 'workshop' | 'forelasning' | 'studiebesok' | 'cirkel' | 'traff'
  title: string
  summary: string
  paragraphs: readonly string[]
  outcomes: readonly string[]
  level: number
  timeType: 'schemalagd' | 'studiebesok' | 'forberedelse' | 'resa'
  place: string | null
  productPrompt: string | null
  competences: readonly { code: string; level: number; weight: number }[]
  state: 'utkast' | 'publicerad'
  occasions: readonly PlannedOccasion[]
}

const clock = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
/** `2024-02-14 13.00–16.00 15`: day, times and minutes of break. */
function meeting(text: string): PlannedMeeting {
  const [day = '', times = '', pause = '0'] = text.split(' ')
  const [from = '', to = ''] = times.split('–')
  return { day, from: clock(from), to: clock(to), breakMinutes: Number(pause) }
}
const occasion = (capacity: number, booked: number, ...meetings: string[]): PlannedOccasion => ({
  meetings: meetings.map(meeting),
  capacity,
  booked,
})

/** The activities of the demonstration. Titles follow the offer that the project planned; dates and places are made up. */
export const plannedActivities: readonly PlannedActivity[] = [
  {
    slug: 'jamstalldhet-och-tillganglighet-i-projektet',
    arranger: null,
    kind: 'workshop',
    title: 'Jämställdhet, tillgänglighet och icke-diskriminering i projektet',
    summary: 'En timme om de horisontella principerna och vad de betyder när du planerar en aktivitet.',
    paragraphs: [
      'Vi går igenom de tre principerna med exempel från vuxenutbildningen och prövar dem på en aktivitet som du själv planerar.',
      'Ta med en planering som du arbetar med. Du får en checklista att använda efteråt.',
    ],
    outcomes: ['pröva en planering mot de horisontella principerna'],
    level: 1,
    timeType: 'schemalagd',
    place: null,
    productPrompt: null,
    competences: [{ code: 'K8.1', level: 1, weight: 0.5 }],
    state: 'publicerad',
    occasions: [
      occasion(120, 96, '2023-09-27 15.00–16.00'),
      occasion(120, 88, '2024-02-07 15.00–16.00'),
      occasion(120, 74, '2024-09-04 15.00–16.00'),
    ],
  },
  {
    slug: 'ai-mojligheter-fusk-och-gdpr',
    arranger: null,
    kind: 'forelasning',
    title: 'AI i vuxenutbildningen: möjligheter, fusk och GDPR',
    summary: 'Föreläsning i direktsändning med frågestund.',
    paragraphs: [
      'Vad kan generativ AI bidra med i planering och undervisning, hur förhåller vi oss till fusk och vad får vi mata in?',
      'Föreläsningen följs av frågor. Den som vill gå vidare kan läsa kursen AI i vuxenutbildningen.',
    ],
    outcomes: ['avgöra när ett AI-verktyg kan användas med elevers uppgifter'],
    level: 1,
    timeType: 'schemalagd',
    place: null,
    productPrompt: null,
    competences: [{ code: 'K5.4', level: 1, weight: 0.5 }],
    state: 'publicerad',
    occasions: [
      occasion(150, 118, '2023-10-18 14.30–16.00'),
      occasion(150, 109, '2024-09-18 14.30–16.00'),
      occasion(150, 41, '2025-04-09 14.30–16.00'),
    ],
  },
  {
    slug: 'kombinationsutbildning-sprak-och-yrke',
    arranger: 'kunskapsforbundet-vast',
    kind: 'workshop',
    title: 'Kombinationsutbildning: planera språk och yrke tillsammans',
    summary: 'Yrkeslärare och sfi-lärare planerar ett gemensamt moment.',
    paragraphs: [
      'Ni kommer två och två: en yrkeslärare och en sfi-lärare. Under eftermiddagen planerar ni ett moment där språket och yrket bär varandra.',
      'För att workshoppen ska räknas som slutförd lämnar ni in er planering.',
    ],
    outcomes: ['planera ett moment där språk och yrke hör ihop', 'formulera gemensamma mål för momentet'],
    level: 2,
    timeType: 'schemalagd',
    place: 'Kunskapsförbundet Väst, Trollhättan',
    productPrompt: 'Beskriv momentet som ni har planerat: mål, upplägg och vem som gör vad.',
    competences: [
      { code: 'K2.2', level: 2, weight: 0.75 },
      { code: 'K6.1', level: 2, weight: 0.75 },
    ],
    state: 'publicerad',
    occasions: [
      occasion(30, 30, '2024-02-14 13.00–16.00 15'),
      occasion(30, 28, '2024-10-09 13.00–16.00 15'),
      occasion(30, 34, '2025-04-23 13.00–16.00 15'),
    ],
  },
  {
    slug: 'prompta-planeringar',
    arranger: null,
    kind: 'workshop',
    title: 'Prompta planeringar och anpassat material',
    summary: 'Vi provar att ta fram planeringar och lättläst material med AI, och granskar resultatet.',
    paragraphs: [
      'Workshoppen är praktisk. Du arbetar med ett eget område och jämför resultatet med kollegor.',
      'Använd inga uppgifter om elever i verktygen.',
    ],
    outcomes: ['ta fram och granska ett anpassat material'],
    level: 2,
    timeType: 'schemalagd',
    place: null,
    productPrompt: null,
    competences: [{ code: 'K5.3', level: 2, weight: 0.5 }],
    state: 'publicerad',
    occasions: [
      occasion(60, 58, '2024-03-20 14.00–16.00 10'),
      occasion(60, 60, '2024-11-13 14.00–16.00 10'),
      occasion(60, 57, '2025-02-12 14.00–16.00 10'),
      occasion(60, 22, '2025-05-07 14.00–16.00 10'),
    ],
  },
  {
    slug: 'individuell-studieplan',
    arranger: 'lidkopings-kommun',
    kind: 'workshop',
    title: 'Individuell studieplan som levande verktyg',
    summary: 'För studie- och yrkesvägledare, mentorer och lärare som följer upp studieplaner.',
    paragraphs: [
      'Vi utgår från egna studieplaner och arbetar med hur de kan följa eleven genom hela utbildningen.',
      'Lokalen är tillgänglig med rullstol och har hörslinga.',
    ],
    outcomes: ['följa upp en studieplan tillsammans med eleven'],
    level: 2,
    timeType: 'schemalagd',
    place: 'Campus Västra Skaraborg, Lidköping',
    productPrompt: null,
    competences: [{ code: 'K7.1', level: 2, weight: 0.75 }],
    state: 'publicerad',
    occasions: [
      occasion(40, 36, '2024-04-10 13.00–15.30 15'),
      occasion(40, 38, '2025-01-22 13.00–15.30 15'),
      occasion(40, 31, '2025-03-24 13.00–15.30 15'),
    ],
  },
  {
    slug: 'kollegial-cirkel-sfi-for-kortutbildade',
    arranger: 'molndals-stad',
    kind: 'cirkel',
    title: 'Kollegial cirkel: sfi för kortutbildade',
    summary: 'Fyra träffar om läs- och skrivinlärning för vuxna.',
    paragraphs: [
      'Mellan träffarna prövar du något i din egen grupp och berättar vid nästa träff.',
      'Cirkeln räknas som slutförd när du har varit med på minst 80 procent av tiden.',
    ],
    outcomes: ['pröva och utvärdera ett arbetssätt i den egna gruppen'],
    level: 3,
    timeType: 'schemalagd',
    place: null,
    productPrompt: null,
    competences: [{ code: 'K2.1', level: 3, weight: 1 }],
    state: 'publicerad',
    occasions: [
      occasion(
        24,
        24,
        '2024-09-11 15.00–16.30',
        '2024-10-02 15.00–16.30',
        '2024-10-23 15.00–16.30',
        '2024-11-20 15.00–16.30',
      ),
      occasion(
        24,
        23,
        '2025-02-05 15.00–16.30',
        '2025-03-05 15.00–16.30',
        '2025-04-02 15.00–16.30',
        '2025-05-14 15.00–16.30',
      ),
    ],
  },
  {
    slug: 'studiebesok-validering-och-larcentrum',
    arranger: 'lysekils-kommun',
    kind: 'studiebesok',
    title: 'Studiebesök: validering och lärcentrum',
    summary: 'En dag på plats för att se hur kartläggning och vägledning är ordnade.',
    paragraphs: [
      'Vi träffar personal som arbetar med kartläggning, ser lokalerna och pratar om vad som kan användas hemma.',
      'Dagen räknas som studiebesök. Resan dit och hem räknas inte in.',
    ],
    outcomes: ['beskriva hur en kartläggning går till hos värden'],
    level: 2,
    timeType: 'studiebesok',
    place: 'Lärcentrum, Lysekil',
    productPrompt: null,
    competences: [{ code: 'K3.2', level: 2, weight: 0.5 }],
    state: 'publicerad',
    occasions: [
      occasion(25, 25, '2024-05-15 09.30–15.00 60'),
      occasion(25, 24, '2024-11-27 09.30–15.00 60'),
      occasion(25, 12, '2025-05-21 09.30–15.00 60'),
    ],
  },
  {
    slug: 'spela-in-korta-undervisningsfilmer',
    arranger: 'falkenbergs-kommun',
    kind: 'workshop',
    title: 'Spela in korta undervisningsfilmer, textade',
    summary: 'Från manus till textad film på en eftermiddag. Anmäl intresse, så ordnar vi ett tillfälle.',
    paragraphs: ['Du skriver ett kort manus, spelar in och textar. Ingen vana krävs.'],
    outcomes: ['spela in och texta en kort film'],
    level: 2,
    timeType: 'schemalagd',
    place: 'Falkenberg',
    productPrompt: null,
    competences: [{ code: 'K5.2', level: 2, weight: 0.5 }],
    state: 'publicerad',
    occasions: [],
  },
  {
    slug: 'bredda-konsbundna-yrkesval',
    arranger: 'bengtsfors-kommun',
    kind: 'workshop',
    title: 'Bredda könsbundna yrkesval',
    summary: 'Utkast: workshop för studie- och yrkesvägledare.',
    paragraphs: ['Upplägget är under arbete.'],
    outcomes: [],
    level: 2,
    timeType: 'schemalagd',
    place: 'Bengtsfors',
    productPrompt: null,
    competences: [{ code: 'K7.2', level: 2, weight: 0.5 }],
    state: 'utkast',
    occasions: [],
  },
]
