import { type Kysely, sql } from 'kysely'

/** The first wording of the information to participants. It comes with the portal, so nobody published it on a day. */
const sv = `Du deltar i ett projekt som medfinansieras av Europeiska unionen genom Europeiska socialfonden+. Här står vilka uppgifter om dig som projektet behandlar, varför och hur länge.

## Uppgifter om dig
- Namn, e-postadress, arbetsgivare, kommun och yrkesroll.
- Personnummer eller samordningsnummer.
- Den dag du började i projektet och den dag du slutade.
- Dina timmar i projektet: dag, aktivitet, minuter och vem som har registrerat dem.
- Dina underskrifter av månaderna och vem som har attesterat och låst dem.

Projektet frågar inte efter utbildningsbakgrund, funktionsnedsättning eller ursprung. SCB hämtar sådan statistik ur egna register.

## Varför
Alla som deltar ska redovisa och intyga sin tid. Projektet ska kunna visa för dem som granskar stödet vilka som har deltagit och hur länge. Personnumret behövs för att du ska kunna identifieras säkert i rapporten.

## Vem som får uppgifterna
- SCB får en gång i månaden ditt personnummer, ditt startdatum och slutdatum och dina timmar. Uppgifterna skyddas där av statistiksekretess och inget som SCB ger ut pekar ut dig.
- Svenska ESF-rådet får underlag för stödet. ESF-rådet är personuppgiftsansvarigt för sin egen behandling, och handlingarna där är allmänna om de inte omfattas av sekretess.
- Den som granskar projektet kan läsa underlaget.
- Projektkontoret ser deltagaruppgifterna. Samordnaren hos din samverkanspart ser dem för parten. Din chef eller samordnare kan attestera dina månader.

## Ditt personnummer
Numret lagras krypterat och visas maskerat. Bara projektkontoret kan visa det, ett i taget och med ett skäl som loggas. Det står inte på närvarolistor, i intyg, i e-post eller i det din chef ser.

## Skyddade personuppgifter
Har du skyddade personuppgifter hanteras namn och nummer bara av två utsedda personer. Alla andra ser ett alias. Kontakta projektkontoret innan du anmäler dig till något.

## Hur länge
Underlaget sparas minst fem år från den 31 december det år då den sista utbetalningen gjordes. Beslutet om stöd kan kräva längre tid. Inget av underlaget gallras innan dagen för den sista utbetalningen är känd. Självskattningar och uppgifter om vad du har sett av en föreläsning är inte underlag för stödet och kan tas bort tidigare.

## Rättslig grund
Uppgifterna behandlas för en uppgift av allmänt intresse och för rättsliga skyldigheter enligt EU:s regler för fonden. De behandlas inte med stöd av ditt samtycke. Att du bekräftar att du har läst informationen är därför inget samtycke. Vem som är personuppgiftsansvarig för portalen bestäms av Westum och samverkansparterna; fråga projektkontoret.

## Dina rättigheter
Du kan läsa och hämta det som finns om dig under Mina uppgifter, begära att fel rättas och begära radering av det som inte är underlag för ett projekt. Du kan klaga hos Integritetsskyddsmyndigheten.`

const en = `You take part in a project that is co-funded by the European Union through the European Social Fund Plus. This text says which data about you the project processes, why and for how long.

## Data about you
- Name, e-mail address, employer, municipality and job.
- Personal identity number or coordination number.
- The day you started in the project and the day you left it.
- Your hours in the project: day, activity, minutes and who registered them.
- Your signatures of the months, and who attested and locked them.

The project does not ask about education, disability or origin. Statistics Sweden (SCB) takes such statistics from its own registers.

## Why
Everybody who takes part has to report and certify their time. The project must be able to show those who audit the support who took part and for how long. The identity number is needed to identify you safely in the report.

## Who gets the data
- Once a month SCB gets your identity number, your start and end date and your hours. There the data are under statistics secrecy, and nothing that SCB publishes points you out.
- The Swedish ESF Council gets the evidence for the support. The council is the controller of its own processing, and its files are public unless secrecy applies.
- Those who audit the project can read the evidence.
- The project office sees participants' data. The coordinator at your partner sees those of the partner. Your manager or coordinator can attest your months.

## Your identity number
The number is stored encrypted and shown masked. Only the project office can show it, one at a time and with a reason that is logged. It is not on attendance lists, in certificates, in e-mail or in what your manager sees.

## Protected personal data
If your personal data are protected, your name and number are handled by two appointed persons alone. Everybody else sees an alias. Contact the project office before you sign up for anything.

## How long
The evidence is kept for at least five years from 31 December of the year of the last payment. The decision on support may require longer. None of the evidence is deleted before the day of the last payment is known. Self-assessments and data on what you have watched of a lecture are not evidence for the support and can be removed earlier.

## Legal basis
The data are processed for a task in the public interest and for legal duties under the EU rules of the fund. They are not processed on your consent. Acknowledging that you have read this information is therefore not a consent. Who is the controller of the portal is settled by Westum and the partners; ask the project office.

## Your rights
You can read and fetch what there is about you under My data, ask for errors to be corrected and ask for erasure of what is not evidence of a project. You can complain to the Swedish Authority for Privacy Protection.`

export async function up(db: Kysely<any>): Promise<void> {
  await sql`alter table notice_version alter column published_at drop not null`.execute(db)
  await sql`
    insert into notice_version (version, wording, published_at, ask_again)
    values ('1.0', ${JSON.stringify({ sv, en })}::jsonb, null, false)`.execute(db)
}
