import path from 'node:path'
import { z } from 'zod'
import { readSigningKey } from './shared/mux/playback-token.server'

const flag = z
  .enum(['on', 'off', 'true', 'false', '1', '0', ''])
  .optional()
  .transform((value) => (value === undefined || value === '' ? undefined : ['on', 'true', '1'].includes(value)))

const blankIsUnset = (value: unknown) => (value === '' ? undefined : value)

const gigabytes = (name: string, standard: number) =>
  z.preprocess(
    blankIsUnset,
    z.coerce
      .number({ error: `${name} ska vara ett antal gigabyte, till exempel ${standard}.` })
      .positive({ error: `${name} ska vara större än 0.` })
      .default(standard)
      .transform((value) => Math.round(value * 1_000_000_000)),
  )

const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
    PORT: z.preprocess(
      blankIsUnset,
      z.coerce.number({ error: 'PORT ska vara ett heltal mellan 0 och 65535.' }).int().min(0).max(65535).default(3000),
    ),
    HOST: z.preprocess(blankIsUnset, z.string().default('127.0.0.1')),
    DATA_DIR: z.preprocess(blankIsUnset, z.string().default('.data')),
    DATABASE_URL: z.preprocess(
      blankIsUnset,
      z
        .string()
        .regex(/^postgres(ql)?:\/\//, {
          error: 'DATABASE_URL ska börja med postgres:// eller postgresql://.',
        })
        .optional(),
    ),
    PORTAL_DEMO: flag,
    DEMO_PASSWORD: z.preprocess(
      blankIsUnset,
      z.string().min(8, { error: 'DEMO_PASSWORD ska ha minst 8 tecken.' }).default('vastkusten-demo'),
    ),
    DEMO_DATE: z.preprocess(
      blankIsUnset,
      z
        .string()
        .regex(/^\d{4}-\d{2}-\d{2}$|^today$/, {
          error: 'DEMO_DATE ska skrivas ÅÅÅÅ-MM-DD eller today.',
        })
        .default('2025-03-24'),
    ),
    PUBLIC_URL: z.preprocess(
      blankIsUnset,
      z
        .url({
          error: 'PUBLIC_URL ska vara en fullständig adress, till exempel https://portal.example.',
        })
        .optional(),
    ),
    IDENTITY_KEY: z.preprocess(
      blankIsUnset,
      z
        .string()
        .regex(/^[0-9a-f]{64}$/i, {
          error: 'IDENTITY_KEY ska vara 64 hexadecimala tecken (32 byte).',
        })
        .optional(),
    ),
    IDENTITY_KEY_NEW: z.preprocess(
      blankIsUnset,
      z
        .string()
        .regex(/^[0-9a-f]{64}$/i, {
          error: 'IDENTITY_KEY_NEW ska vara 64 hexadecimala tecken (32 byte).',
        })
        .optional(),
    ),
    TRUST_PROXY: flag,
    SMTP_URL: z.preprocess(
      blankIsUnset,
      z
        .url({ protocol: /^smtps?$/, error: 'SMTP_URL ska börja med smtp:// eller smtps:// och ha en värd.' })
        .optional(),
    ),
    MAIL_FROM: z.preprocess(
      blankIsUnset,
      z
        .string()
        .regex(/^[^<>\r\n]*<?[^<>@\s]+@[^<>@\s]+>?$/, {
          error: 'MAIL_FROM ska vara en adress, till exempel Westum Lärportal <svara-inte@portal.example>.',
        })
        .optional(),
    ),
    MEDIA_FILE_GB: gigabytes('MEDIA_FILE_GB', 4),
    MEDIA_PERSON_GB: gigabytes('MEDIA_PERSON_GB', 50),
    MEDIA_ORGANISATION_GB: gigabytes('MEDIA_ORGANISATION_GB', 200),
    MEDIA_S3_ENDPOINT: z.preprocess(
      blankIsUnset,
      z
        .url({ protocol: /^https?$/, error: 'MEDIA_S3_ENDPOINT ska vara en fullständig adress utan hinkens namn.' })
        .optional(),
    ),
    MEDIA_S3_BUCKET: z.preprocess(
      blankIsUnset,
      z
        .string()
        .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, {
          error: 'MEDIA_S3_BUCKET ska vara 3–63 tecken: a–z, 0–9, punkt och bindestreck.',
        })
        .optional(),
    ),
    MEDIA_S3_REGION: z.preprocess(blankIsUnset, z.string().default('us-east-1')),
    MEDIA_S3_KEY_ID: z.preprocess(blankIsUnset, z.string().optional()),
    MEDIA_S3_SECRET: z.preprocess(blankIsUnset, z.string().optional()),
    FFMPEG: z.preprocess(blankIsUnset, z.string().default('ffmpeg')),
    MUX_ENV_KEY: z.preprocess(blankIsUnset, z.string().optional()),
    MUX_BEACON_DOMAIN: z.preprocess(
      blankIsUnset,
      z
        .string()
        .regex(/^[a-z0-9.-]+(:\d+)?$/, {
          error: 'MUX_BEACON_DOMAIN ska vara en domän utan https://, till exempel matning.example.',
        })
        .optional(),
    ),
    MUX_TOKEN_ID: z.preprocess(blankIsUnset, z.string().optional()),
    MUX_TOKEN_SECRET: z.preprocess(blankIsUnset, z.string().optional()),
    MUX_SIGNING_KEY: z.preprocess(
      blankIsUnset,
      z
        .string()
        .refine((value) => readSigningKey(value) !== undefined, {
          error:
            'MUX_SIGNING_KEY ska vara nyckelns id, ett kolon och den privata nyckeln i base64, som Mux lämnar den.',
        })
        .optional(),
    ),
    MUX_WEBHOOK_SECRET: z.preprocess(blankIsUnset, z.string().optional()),
    MUX_API_URL: z.preprocess(
      blankIsUnset,
      z
        .url({ protocol: /^https?$/, error: 'MUX_API_URL ska vara en fullständig adress.' })
        .default('https://api.mux.com'),
    ),
    LOG_LEVEL: z.preprocess(
      blankIsUnset,
      z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    ),
  })
  .superRefine((value, context) => {
    const s3 = ['MEDIA_S3_ENDPOINT', 'MEDIA_S3_BUCKET', 'MEDIA_S3_KEY_ID', 'MEDIA_S3_SECRET'] as const
    const mux = ['MUX_TOKEN_ID', 'MUX_TOKEN_SECRET', 'MUX_SIGNING_KEY', 'MUX_WEBHOOK_SECRET'] as const
    for (const together of [s3, mux]) {
      const missing = together.filter((name) => value[name] === undefined)
      if (missing.length === 0 || missing.length === together.length) continue
      const message = `Ange alla fyra ${together.join(', ')} eller ingen av dem. Nu saknas: ${missing.join(', ')}.`
      context.addIssue({ code: 'custom', path: [missing[0] ?? together[0]], message })
    }
    if (value.SMTP_URL !== undefined && (value.MAIL_FROM === undefined || value.PUBLIC_URL === undefined)) {
      const message = 'SMTP_URL behöver också MAIL_FROM (avsändare) och PUBLIC_URL (adressen i mejlens länkar).'
      context.addIssue({ code: 'custom', path: ['SMTP_URL'], message })
    }
    if (value.DATABASE_URL !== undefined && value.IDENTITY_KEY === undefined && value.PORTAL_DEMO !== true) {
      context.addIssue({
        code: 'custom',
        path: ['IDENTITY_KEY'],
        message:
          'IDENTITY_KEY krävs tillsammans med DATABASE_URL. Skapa en med: node -e "console.log(crypto.randomBytes(32).toString(\'hex\'))"',
      })
    }
  })

/** A setting has a value that the portal cannot start with; the message names each one and the remedy. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

/** Where the media library's files are kept when all of it is set; otherwise they lie in the data folder. */
function s3Of(value: z.output<typeof schema>) {
  const { MEDIA_S3_ENDPOINT: endpoint, MEDIA_S3_BUCKET: bucket, MEDIA_S3_REGION: region } = value
  const { MEDIA_S3_KEY_ID: keyId, MEDIA_S3_SECRET: secret } = value
  if (endpoint === undefined || bucket === undefined || keyId === undefined || secret === undefined) return undefined
  return { endpoint, bucket, region, keyId, secret }
}

/** What is needed in order to keep films at Mux; undefined unless all of it is set. */
function muxVideoOf(value: z.output<typeof schema>) {
  const { MUX_TOKEN_ID: tokenId, MUX_TOKEN_SECRET: tokenSecret, MUX_WEBHOOK_SECRET: webhookSecret } = value
  const signingKey = value.MUX_SIGNING_KEY === undefined ? undefined : readSigningKey(value.MUX_SIGNING_KEY)
  if (tokenId === undefined || tokenSecret === undefined || webhookSecret === undefined || signingKey === undefined)
    return undefined
  return { tokenId, tokenSecret, webhookSecret, signingKey, apiUrl: value.MUX_API_URL.replace(/\/$/, '') }
}

function readSettings(source: NodeJS.ProcessEnv) {
  const parsed = schema.safeParse(source)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new SettingsError(`Inställningarna stämmer inte:\n${lines.join('\n')}\nSe .env.example.`)
  }
  const value = parsed.data
  return {
    mode: value.NODE_ENV,
    isProduction: value.NODE_ENV === 'production',
    port: value.PORT,
    host: value.HOST,
    dataDir: path.resolve(value.DATA_DIR),
    databaseUrl: value.DATABASE_URL,
    /** Demonstration people and data: on by default with the embedded database only. */
    demo: value.PORTAL_DEMO ?? value.DATABASE_URL === undefined,
    demoPassword: value.DEMO_PASSWORD,
    /** The day on which the demonstration opens, or undefined for the real date. */
    demoDate: value.DEMO_DATE === 'today' ? undefined : value.DEMO_DATE,
    publicUrl: value.PUBLIC_URL?.replace(/\/$/, ''),
    identityKey: value.IDENTITY_KEY,
    /** The key that `npm run identity:rotate` changes to; one is made when it is not set. */
    newIdentityKey: value.IDENTITY_KEY_NEW,
    trustProxy: value.TRUST_PROXY ?? false,
    mux: {
      /** Of Mux Data; nothing is measured without it. */
      envKey: value.MUX_ENV_KEY,
      /** A domain of one's own that takes the reports, instead of Mux's. */
      beaconDomain: value.MUX_BEACON_DOMAIN,
      /** Films are kept there, instead of in the media storage, when it is set. */
      video: muxVideoOf(value),
    },
    /** The mail server and the sender; without them nothing is mailed. */
    smtp:
      value.SMTP_URL === undefined || value.MAIL_FROM === undefined
        ? undefined
        : { url: value.SMTP_URL, from: value.MAIL_FROM },
    media: {
      /** Most bytes of one file, of one person's uploads and of one organisation's library. */
      quota: { file: value.MEDIA_FILE_GB, person: value.MEDIA_PERSON_GB, organisation: value.MEDIA_ORGANISATION_GB },
      /** The program that makes renditions: its name, its path, or `off`. */
      ffmpeg: value.FFMPEG,
      s3: s3Of(value),
    },
    logLevel: value.LOG_LEVEL,
  }
}

export type Settings = ReturnType<typeof readSettings>

let settings: Settings | undefined

/** The validated settings of this process. Throws SettingsError on the first call when one is wrong. */
export function env(): Settings {
  settings ??= readSettings(process.env)
  return settings
}
