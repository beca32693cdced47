const CUT = 600

interface VitestReport {
  testResults: { assertionResults: { status: string; fullName: string; failureMessages: string[] }[] }[]
}

interface Suite {
  suites?: Suite[]
  specs?: { title: string; file: string; ok: boolean; tests: { projectName: string; results: Result[] }[] }[]
}

interface Result {
  errors: { message?: string }[]
}

function told(name: string, messages: readonly (string | undefined)[]): string {
  return [name, ...messages.map((message) => (message ?? '').slice(0, CUT))].join('\n  ')
}

/** What failed in a report of Vitest: each test by its name, with the beginning of each error. */
export function failuresOfVitest(report: unknown): string[] {
  const { testResults } = report as VitestReport
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => told(fullName, failureMessages))
}

/** What failed in a report of Playwright: each walk by its file, width and name, with the beginning of each error. */
export function failuresOfPlaywright(report: unknown): string[] {
  const within = ({ suites = [], specs = [] }: Suite): string[] => [
    ...specs
      .filter(({ ok }) => !ok)
      .flatMap(({ title, file, tests }) =>
        tests
          .map(({ projectName, results }) => ({ projectName, errors: results.flatMap(({ errors }) => errors) }))
          .filter(({ errors }) => errors.length > 0)
          .map(({ projectName, errors }) =>
            told(
              `${file} (${projectName}) ${title}`,
              errors.map(({ message }) => message),
            ),
          ),
      ),
    ...suites.flatMap(within),
  ]
  return within(report as Suite)
}
