import panel from '~/shared/video/slide-panel.module.css'
import player from '~/shared/video/lecture-player.module.css'
import view from './lecture-view.module.css'
import notes from './notes/notes.module.css'

/** The room of a lecture while its script is fetched, with the style sheets that the page needs before and without it. */
export function LecturePlace() {
  return (
    <div className={view.frame} aria-hidden="true">
      <div className={view.view}>
        <div className={`${view.main} ${player.player}`}>
          <div className={player.video} />
        </div>
        <div className={panel.panel} />
        <div className={notes['section']} />
      </div>
    </div>
  )
}
