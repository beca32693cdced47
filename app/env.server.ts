import path from 'node:path'
import { z } from 'zod'

const flag = z
  .enum(['on', 'off', 'true', 'false', '1', '0', ''])
  .optional()
  .transform((value) => (value === undefined || value === '' ? undefined : ['on', 'true', '1'].includes(value)))

const blankIsUnset = (value: unknown) => (value === '' ? undefined : value)

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
    MUX_ENV_KEY: z.preprocess(blankIsUnset, z.string().optional()),
    LOG_LEVEL: z.preprocess(
      blankIsUnset,
      z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    ),
  })
  .superRefine((value, context) => {
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
    muxEnvKey: value.MUX_ENV_KEY,
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
