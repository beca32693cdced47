import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

export interface SourceFile {
  /** From the top of the project, with forward slashes. */
  path: string
  text: string
}

/** A law reads files and gives one sentence for each breach. */
export type Law = (files: readonly SourceFile[]) => string[]

export const projectRoot = path.resolve(import.meta.dirname, '../../..')

/** Files that git tracks or would track. Outside a git checkout: none, and the laws that need them say so. */
export function trackedPaths(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: projectRoot,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return listed.split('\0').filter((file) => file !== '')
}

const binary = /\.(mp4|webm|m4a|mp3|jpe?g|png|gif|webp|avif|ico|woff2?|ttf|otf|pdf|zip|gz|xlsx|wasm)$/i

export function trackedTexts(): SourceFile[] {
  return trackedPaths()
    .filter((file) => !binary.test(file))
    .flatMap((file) => {
      try {
        return [
          {
            path: file,
            text: readFileSync(path.join(projectRoot, file), 'utf8'),
          },
        ]
      } catch {
        return [] // Deleted in the work tree but still listed.
      }
    })
}

export const isTest = (file: SourceFile) => /\.test\.tsx?$/.test(file.path)
export const isProductCode = (file: SourceFile) => /^(app|db)\/.*\.tsx?$/.test(file.path) && !isTest(file)

export interface Literal {
  text: string
  line: number
}

/** The text of every string and the first part of every template in a TypeScript file, imports apart. */
export function literals(file: SourceFile): Literal[] {
  const found: Literal[] = []
  const source = parse(file)
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) {
      found.push({
        text: node.text,
        line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1,
      })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** The file's text without its comments. */
export function withoutComments(file: SourceFile): string {
  const source = parse(file)
  const pieces: string[] = []
  const visit = (node: ts.Node): void => {
    if (node.getChildCount(source) === 0) {
      pieces.push(node.getFullStart() === node.getStart(source) ? '' : ' ', node.getText(source))
    }
    node.getChildren(source).forEach(visit)
  }
  visit(source)
  return pieces.join('')
}

function parse(file: SourceFile): ts.SourceFile {
  return ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true)
}
