import { beforeAll, expect, test } from 'vitest'
import { bundleHeadings } from '~/domains/insight/bundle/tables.server'
import { translator } from '~/i18n/translator.server'
import { paths } from '~/shared/paths'
import { testDatabase } from '../support/database'
import { makeActor, makeProject } from '../support/factories'
import { ask, openPortal, siteRoutes } from '../support/portal'

const month = '2025-03'
let office: string
let diarienr: string
beforeAll(async () => {
  const { signIn } = await openPortal()
  const db = await testDatabase()
  diarienr = (await makeProject(db)).diarienr
  office = await signIn(await makeActor(db, 'projektadministrator', { password: 'ett långt lösenord' }))
})

const columnsOf = (file: string) => (file.replace(/^\uFEFF/, '').split(/\r?\n/)[0] ?? '').split(';')

/** Others read these files by their columns: one that is added stands last, and none goes or moves. */
test.each([
  [
    'deltagare.csv',
    () => paths.participantsCsv(),
    'Deltagare;Partner;Arbetsgivare;Kommun;Anmäld;Startdatum;Slutdatum;Komplett;Saknas;Registrerade minuter;Minuter som får rapporteras;Minuter att rapportera efter avrundning;Slutförda kurser',
  ],
  [
    'projekt/:diarienr/manader/:manad/rader.csv',
    () => paths.monthLines(diarienr, month, 'csv'),
    'Diarienummer;Månad;Deltagare;Samverkanspart;Arbetsgivare;Datum;Start;Slut;Rast (minuter);Aktivitet;Slag;Form;Plats;Ledare;Minuter;Källa;Skäl till rättelse;Införd;Rad i liggaren;Nummer i kedjan;Radens kontrollsumma;Kedjans kontrollsumma',
  ],
  [
    'projekt/:diarienr/sammanstallning/fil.csv',
    () => paths.summaryFile(diarienr, 'csv', 'hela'),
    'Diarienummer;Månad;Deltagare;Samverkanspart;Arbetsgivare;Kommun;Startdatum;Slutdatum;Läge;Planerade minuter;Närvaro minuter;Sedda minuter;Signerade minuter;Registrerade minuter;Minuter som får rapporteras;Rapporterade minuter;Registrerade timmar;Rapporterade timmar;Fil till SCB;Minuter i filen;Signerad;Attesterad;Attesterad av;Låsning;Kontrollsumma av raderna',
  ],
  [
    'projekt/:diarienr/indikatorer/fil.csv',
    () => paths.indicatorsFile(diarienr, 'csv'),
    'Projekt;Från och med;Till och med;Indikator;Benämning;Källa;Fördelning;Del;Alla;Kvinnor;Män;Anmärkning',
  ],
  [
    'deltagare/mall.csv',
    () => paths.participantTemplate('csv'),
    'Förnamn;Efternamn;E-post;Personnummer/samordningsnummer;Arbetsgivare;Kommun;Samverkanspart;Befattning;Skolform;Tjänstgöringsgrad;Startdatum;Slutdatum;Anställd från',
  ],
] as const)('%s has its columns', async (path, address, columns) => {
  const route = siteRoutes.find((one) => one.path === path)
  if (route === undefined) throw new Error(path)
  const answer = await ask(route, address(), { cookie: office })
  expect(answer.status).toBe(200)
  expect(columnsOf(answer.body)).toEqual(columns.split(';'))
})

test.each([
  [
    'siffror',
    'Månad;Deltagare;Registrerade minuter;Minuter som får rapporteras;Rapporterade minuter;Minuter i filen;Fil till SCB;Kontrollsumma av raderna;Närvarointyg',
  ],
  [
    'signaturer',
    'Deltagare;Månad;Händelse;Av vem;Namn;Tid;Minuter;Minuter som får rapporteras;Antal rader;Kontrollsumma av raderna;Låsning;Skäl;Nummer i kedjan;Radens kontrollsumma;Kedjans kontrollsumma',
  ],
  ['logg', 'Nummer;Tid;Namn;Händelse;Gäller;Id;Deltagare;Skäl;Uppgifter'],
  ['intyg', 'Kod;Deltagare;Titel;Utfärdat;Intygets kontrollsumma;Intyget som data;Intyget som PDF'],
  ['scb', 'Rad;Deltagare;Personnummer (maskerat);Startdatum;Slutdatum;Minuter'],
] as const)('%s of an auditor’s bundle has its columns', (table, columns) => {
  expect(bundleHeadings(table, translator('sv')('bundle'))).toEqual(columns.split(';'))
})
