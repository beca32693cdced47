import { demonstrationPeople } from '~/domains/identity'
import { env } from '~/env.server'

/** Prints the address and, in demonstration mode, how to sign in. */
export function announce(url: string): void {
  console.log(`\nWestum Lärportal svarar på ${url}\n`)
  const { demo, demoPassword } = env()
  if (!demo) return
  console.log(`Demonstration. Lösenord för alla: ${demoPassword}`)
  for (const person of demonstrationPeople) console.log(`  ${person.email.padEnd(36)} ${person.role}`)
  console.log('')
}
