import path from 'node:path'
import { createRequire } from 'node:module'
import { cruise, type ICruiseOptions, type IForbiddenRuleType } from 'dependency-cruiser'

const require = createRequire(import.meta.url)

interface RuleFile {
  forbidden: (IForbiddenRuleType & { name: string })[]
  options: ICruiseOptions
}
export const dependencyRules = require('./dependency-rules.cjs') as RuleFile

export interface Crossing {
  rule: string
  from: string
  to: string
}

/** Follows the imports of `folders` under `root` and gives those that break a rule of dependency-rules.cjs. */
export async function crossings(root: string, folders: string[]): Promise<Crossing[]> {
  const { output } = await cruise(
    folders,
    {
      ...dependencyRules.options,
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: dependencyRules.forbidden },
    },
    {
      alias: { '~db': path.join(root, 'db'), '~': path.join(root, 'app') },
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs'],
      conditionNames: ['import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  )
  if (typeof output === 'string') throw new Error(output)
  return output.summary.violations.map(({ rule, from, to }) => ({
    rule: rule.name,
    from,
    to,
  }))
}
