import { createReadStream } from 'node:fs'
import { checkBundle } from '~/domains/insight/index.server'
import { translator } from '~/i18n/translator.server'
import { runCommand } from './run-command'

/**
 * `npm run audit:check-bundle -- FILE.zip`: counts the checksums of an auditor's bundle again, without network or
 * database, and names the first altered file in Swedish and English. Exit code 1 when something is wrong.
 */
await runCommand(async () => {
  const [file, ...more] = process.argv.slice(2)
  const swedish = translator('sv')('bundle')
  if (file === undefined || more.length > 0) throw new Error(swedish('checked.usage'))
  const check = await checkBundle(createReadStream(file))
  for (const language of ['sv', 'en'] as const) {
    const t = translator(language)('bundle')
    if (check.ok) console.log(t('checked.whole', { files: check.files, hash: check.manifestSha256 }))
    else if (check.fault !== 'files') console.error(t(`checked.${check.fault}`))
    else {
      if (check.count > 1) console.error(t('checked.more', { count: check.count }))
      console.error(t(`checked.${check.first.fault}`, { path: check.first.path }))
    }
  }
  if (!check.ok) process.exitCode = 1
})
