/** A refusal as a tus server answers it: the body is one word, which the page turns into a sentence. */
class UploadRefusal extends Error {
  override name = 'UploadRefusal'
  constructor(
    readonly status_code: number,
    readonly body: string,
  ) {
    super(body)
  }
}

export function refuseUpload(status: number, word: string): never {
  throw new UploadRefusal(status, word)
}
