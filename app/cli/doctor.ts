import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { closeDatabase, openDatabase } from '~/db.server'
import { type Settings, env } from '~/env.server'
import { mediaStorage } from '~/media-storage.server'
import { ffmpeg } from '~/server/ffmpeg.server'
import { mailer } from '~/server/mail.server'
import { DataDirInUse } from '~db/claim'
import { pendingMigrations } from '~db/migrate'

/** Right; right, with something that would be better (`advice`); or wrong. */
type Finding = { ok: true; text: string; advice?: string } | { ok: false; text: string; remedy: string }

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const ok = major > 20 || (major === 20 && minor >= 19)
  if (ok) return { ok, text: `Node ${process.versions.node}` }
  return {
    ok: false,
    text: `Node ${process.versions.node} är för gammal`,
    remedy: 'Installera Node 20.19 eller senare.',
  }
}

function checkBuild(): Finding {
  if (existsSync(path.join('build', 'server', 'index.js'))) return { ok: true, text: 'Portalen är byggd' }
  return { ok: false, text: 'Portalen är inte byggd', remedy: 'Kör npm start (bygger själv) eller npm run build.' }
}

function checkDataDir({ dataDir }: Settings): Finding {
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.W_OK)
    return { ok: true, text: `DATA_DIR ${dataDir} går att skriva i` }
  } catch {
    return {
      ok: false,
      text: `DATA_DIR ${dataDir} går inte att skriva i`,
      remedy: 'Ge användaren som kör portalen skrivrätt till mappen eller välj en annan mapp med DATA_DIR.',
    }
  }
}

async function checkMediaStorage({ media, dataDir }: Settings): Promise<Finding> {
  const place = media.s3 === undefined ? path.join(dataDir, 'media') : `${media.s3.endpoint}/${media.s3.bucket}`
  try {
    await mediaStorage().find('finns-inte/prov')
    return { ok: true, text: `Medieförrådets filer ligger i ${place}` }
  } catch (error) {
    return {
      ok: false,
      text: `Medieförrådet ${place} svarar inte: ${error instanceof Error ? error.message : String(error)}`,
      remedy:
        'Kontrollera MEDIA_S3_ENDPOINT, MEDIA_S3_BUCKET och nycklarna, och att de får läsa, skriva, lista och ta bort.',
    }
  }
}

async function checkFfmpeg(): Promise<Finding> {
  if ((await ffmpeg()) !== undefined)
    return { ok: true, text: 'ffmpeg finns: filmer får omslagsbild och flera upplösningar' }
  const setting = env().media.ffmpeg
  if (setting === 'off') return { ok: true, text: 'ffmpeg är avstängt (FFMPEG=off): filmer spelas som de är' }
  return {
    ok: true,
    text: `ffmpeg saknas (${setting}): filmer spelas som de är, utan omslagsbild, jämn ljudnivå och flera upplösningar`,
    advice: 'Installera ffmpeg med ffprobe (Debian: apt install ffmpeg), ange sökvägen i FFMPEG eller sätt FFMPEG=off.',
  }
}

async function checkMail({ smtp }: Settings): Promise<Finding> {
  if (smtp === undefined)
    return {
      ok: true,
      text: 'Portalen skickar inga mejl: notiser finns bara på Min sida',
      advice: 'Ange SMTP_URL, MAIL_FROM och PUBLIC_URL om påminnelser och besked ska gå som mejl.',
    }
  const post = mailer(smtp, '')
  try {
    await post.verify()
    return { ok: true, text: `Mejlservern ${new URL(smtp.url).hostname} svarar` }
  } catch (error) {
    return {
      ok: false,
      text: `Mejlservern svarar inte: ${error instanceof Error ? error.message : String(error)}`,
      remedy: 'Kontrollera SMTP_URL: värd, port, användare och lösenord.',
    }
  } finally {
    post.close()
  }
}

function checkAddress({ isProduction, host, publicUrl }: Settings): Finding {
  if (!isProduction || host === '127.0.0.1' || publicUrl?.startsWith('https:')) {
    return { ok: true, text: `Svarar på ${host}${publicUrl === undefined ? '' : `, känd som ${publicUrl}`}` }
  }
  return {
    ok: false,
    text: 'Portalen svarar utåt utan känd https-adress',
    remedy: 'Ange PUBLIC_URL med https, så att kakor blir Secure och intygens adresser stämmer.',
  }
}

async function checkDatabase(settings: Settings): Promise<Finding[]> {
  const kind = settings.databaseUrl === undefined ? 'Inbyggd databas' : 'PostgreSQL-server'
  try {
    const { kysely, ping } = await openDatabase()
    const version = await ping()
    const pending = await pendingMigrations(kysely)
    await closeDatabase()
    return [
      { ok: true, text: `${kind} svarar (PostgreSQL ${version})` },
      pending.length === 0
        ? { ok: true, text: 'Tabellerna är aktuella' }
        : {
            ok: false,
            text: `Migreringar saknas: ${pending.join(', ')}`,
            remedy: 'Kör npm start eller npm run db:migrate.',
          },
    ]
  } catch (error) {
    if (error instanceof DataDirInUse) return [{ ok: true, text: `${kind} används just nu av en portal som är igång` }]
    const reason = error instanceof Error ? error.message : String(error)
    return [
      {
        ok: false,
        text: `${kind} svarar inte: ${reason}`,
        remedy:
          settings.databaseUrl === undefined
            ? 'Kontrollera att disken inte är full. Återställ en säkerhetskopia av DATA_DIR om filerna är skadade.'
            : 'Kontrollera DATABASE_URL och att servern är igång.',
      },
    ]
  }
}

/** `npm run doctor`: what is wrong with this installation and how to mend it. Exit code 1 when something is. */
async function examine(): Promise<Finding[]> {
  let settings: Settings
  try {
    settings = env()
  } catch (error) {
    return [checkNode(), { ok: false, text: (error as Error).message, remedy: 'Rätta värdet i miljön.' }]
  }
  return [
    checkNode(),
    checkBuild(),
    checkDataDir(settings),
    checkAddress(settings),
    await checkMail(settings),
    await checkMediaStorage(settings),
    await checkFfmpeg(),
    ...(await checkDatabase(settings)),
  ]
}

const findings = await examine()
for (const finding of findings) {
  const whatToDo = finding.ok ? finding.advice : finding.remedy
  const mark = finding.ok ? (whatToDo === undefined ? 'ok ' : 'råd') : 'FEL'
  console.log(`  ${mark}  ${finding.text}${whatToDo === undefined ? '' : `\n       Gör så här: ${whatToDo}`}`)
}
if (findings.some((finding) => !finding.ok)) process.exitCode = 1
