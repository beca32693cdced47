/** What Chromium gives a page that may be installed. */
interface InstallPrompt extends Event {
  prompt: () => Promise<{ outcome: 'accepted' | 'dismissed' }>
}

let prompt: InstallPrompt | undefined

/** Keeps the browser's own question back, so that it is asked where the reader looks for it and nowhere else. */
export function watchInstall(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    prompt = event as InstallPrompt
  })
}

/** How to ask; undefined where the browser does not let a page ask, or has asked already. */
export function installPrompt(): InstallPrompt | undefined {
  return prompt
}
