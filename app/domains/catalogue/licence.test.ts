import { expect, test } from 'vitest'
import { licenceAddress } from './licence'

test.each([
  ['CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/deed.sv'],
  [' cc0 1.0 ', 'https://creativecommons.org/publicdomain/zero/1.0/deed.sv'],
  ['Alla rättigheter förbehållna', null],
  ['CC BY 4.0 utom bilderna', null],
])('%s is explained at %s', (licence, address) => {
  expect(licenceAddress(licence)).toBe(address)
})
