import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { ProblemList } from './problems'

type Issue = z.core.$ZodIssue

const kinds: Record<string, string> = {
  string: 'en text',
  number: 'ett tal',
  int: 'ett heltal',
  boolean: 'true eller false',
  array: 'en lista',
  object: 'en grupp av fält',
  record: 'en grupp av fält',
}

const units: Record<string, string> = { string: 'tecken', array: 'poster' }

/** Swedish sentences for a fault that zod found: what is wrong, what to do. */
function explain(issue: Issue): [message: string, remedy: string] {
  const [own, ownRemedy] = issue.message.split('¦')
  if (own !== undefined && ownRemedy !== undefined) return [own, ownRemedy]
  const field = String(issue.path.at(-1) ?? '')
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && issue.message.endsWith('undefined')
        ? [`Fältet ${field} saknas.`, `Lägg till ${field}: och ${kinds[issue.expected] ?? 'ett värde'}.`]
        : [`Värdet ska vara ${kinds[issue.expected] ?? issue.expected}.`, 'Rätta värdet.']
    case 'invalid_value':
      return ['Värdet finns inte i ordlistan.', `Använd något av: ${issue.values.map(String).join(', ')}.`]
    case 'unrecognized_keys':
      return [`Fältet ${issue.keys.join(', ')} finns inte i formatet.`, 'Rätta stavningen eller ta bort det.']
    case 'too_big':
      return [`Värdet är för stort: högst ${String(issue.maximum)} ${units[issue.origin] ?? ''}`.trim() + '.', 'Korta det.']
    case 'too_small':
      return [
        `Värdet är för litet: minst ${String(issue.minimum)} ${units[issue.origin] ?? ''}`.trim() + '.',
        'Fyll på det.',
      ]
    case 'invalid_format':
      return ['Värdet har fel form.', 'Jämför med andra filer av samma slag.']
    default:
      return ['Värdet går inte att använda.', 'Jämför med andra filer av samma slag.']
  }
}

/**
 * Reads YAML and validates it. Every fault gets its line; `firstLine` is the line in the file where the YAML begins.
 * Returns undefined when there were faults.
 */
export function readYaml<S extends z.ZodType>(
  source: string,
  schema: S,
  list: ProblemList,
  firstLine = 1,
): { value: z.output<S>; lineOf: (path: PropertyKey[]) => number } | undefined {
  const counter = new LineCounter()
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false })
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1
  if (document.errors.length > 0) {
    for (const error of document.errors.slice(0, 5)) {
      list.add({
        line: lineAt(error.pos[0]),
        message: `YAML går inte att läsa: ${error.message.split('\n')[0] ?? ''}.`,
        remedy: 'Kontrollera indrag (två blanksteg) och sätt citattecken runt texter med kolon.',
      })
    }
    return undefined
  }
  const lineOf = (path: PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node: unknown = document.getIn(path.slice(0, length), true)
      if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
        return lineAt(Number(node.range[0]))
      }
    }
    return firstLine
  }
  const parsed = schema.safeParse(document.toJS(), { reportInput: true })
  if (parsed.success) return { value: parsed.data, lineOf }
  for (const issue of parsed.error.issues) {
    const [message, remedy] = explain(issue)
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
    list.add({ line: lineOf(path), field: issue.path.map(String).join('.'), message, remedy })
  }
  return undefined
}

/** Splits `---` frontmatter from the Markdown after it. */
export function splitFrontmatter(
  source: string,
  list: ProblemList,
): { head: string; body: string; bodyLine: number } | undefined {
  const found = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(source)
  if (found === null) {
    list.add({
      line: 1,
      message: 'Filen saknar huvud.',
      remedy: 'Börja med en rad ---, sedan fälten och en rad --- till.',
    })
    return undefined
  }
  return {
    head: found[1] ?? '',
    body: source.slice(found[0].length),
    bodyLine: found[0].split('\n').length,
  }
}
