import { parseArgs } from 'node:util'
import { randomBytes } from 'node:crypto'
import { roles } from '~/domains/identity'
import { createAccount } from '~/domains/identity/index.server'
import { findOrganisationId } from '~/domains/organisation/index.server'
import { closeDatabase, openDatabase } from '~/db.server'
import { runCommand } from './run-command'
import { migrateToLatest } from '~db/migrate'

const usage =
  'Så här: npm run account:create -- --role systemadministrator --email namn@kommun.se --name "Förnamn Efternamn" [--organisation slug]'

/** `npm run account:create`: an account with one role; prints its first password once. */
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      role: { type: 'string' },
      email: { type: 'string' },
      name: { type: 'string' },
      organisation: { type: 'string' },
    },
  })
  const role = roles.find(
    (known) => known === values.role?.normalize('NFC').toLowerCase().replaceAll('ä', 'a').replaceAll('ö', 'o'),
  )
  if (role === undefined) throw new Error(`--role ska vara en av: ${roles.join(', ')}.\n${usage}`)
  if (values.email === undefined || !/^\S+@\S+\.\S+$/.test(values.email))
    throw new Error(`--email saknas eller är fel.\n${usage}`)
  const [givenName = 'Ny', ...rest] = (values.name ?? 'Ny Användare').trim().split(/\s+/)
  const { kysely } = await openDatabase()
  await migrateToLatest(kysely)
  const organisation =
    values.organisation === undefined ? undefined : await findOrganisationId(kysely, values.organisation)
  if (values.organisation !== undefined && organisation === undefined) {
    throw new Error(
      `Organisationen ${values.organisation} finns inte. Namnen står i content/organisations/organisations.yaml.`,
    )
  }
  const password = randomBytes(12).toString('base64url')
  const outcome = await createAccount(kysely, {
    email: values.email,
    givenName,
    familyName: rest.join(' ') || 'Användare',
    password,
    role,
    organisationId: organisation ?? null,
    at: new Date(),
  })
  if (!outcome.ok) {
    throw new Error(
      outcome.refusal === 'email-taken'
        ? `${values.email} har redan ett konto.`
        : 'Det finns redan två skyddshandläggare, och fler än två får inte ha rollen. Avsluta den enas roll eller konto först.',
    )
  }
  console.log(
    `Kontot finns nu: ${values.email}, roll ${role}.\nLösenord (visas bara nu, byt på sidan Konto): ${password}`,
  )
  await closeDatabase()
})
