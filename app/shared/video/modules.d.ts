declare module 'hls.js/light' {
  export { default } from 'hls.js'
}

declare module 'mux-embed' {
  interface MuxOptions {
    debug?: boolean
    disableCookies?: boolean
    respectDoNotTrack?: boolean
    beaconCollectionDomain?: string
    hlsjs?: unknown
    Hls?: unknown
    data: Record<string, string>
  }
  const mux: { monitor: (media: HTMLMediaElement, options: MuxOptions) => void }
  export default mux
}
