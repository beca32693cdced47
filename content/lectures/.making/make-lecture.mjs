#!/usr/bin/env node
/*
 * Makes the portal's recorded lectures from manuscript and slides.
 *
 *   node make-lecture.mjs                      all lectures
 *   node make-lecture.mjs <slug> [<slug> …]    only these
 *
 * Needs node ≥ 18, espeak-ng, rsvg-convert and ffmpeg/ffprobe in the PATH. No npm packages.
 *
 * Reads (beside this file)
 *   manus/<slug>.yaml     slug, title, slides: [{ image, alt, chapter?, say: [sentence, …] }]
 *                         " | " in a sentence divides it into caption cues (at most 84 characters each);
 *                         " / " in a cue sets the line break where the automatic one is not good.
 *   uttal.yaml            respelling of words for the synthesiser only; captions keep the right spelling
 * and from ../<slug>/
 *   bild-NN.svg           the slides, 1280 × 720, which the portal also shows beside the film
 * Writes (../<slug>/)
 *   video.mp4, poster.jpg, captions.sv.vtt, chapters.sv.vtt, slides.sv.vtt      (lecture.yaml is written by hand)
 *
 * How the times become exact: each cue is synthesised on its own, trimmed of silence and laid out after
 * the former with a known pause, so its start and end are known to the sample. The pause after a slide is
 * stretched to a whole video frame, so that pictures change exactly with the speech.
 * Intermediates (wav, png) live in a temporary folder that is removed at the end.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

const VOICE = 'sv+m3';        // the clearest variant: no echo, no breath noise
const SPEED = 162;            // espeak-ng words a minute; about 140 of our words with all pauses, 165 without
const PITCH = 42;
const FPS = 12;
const PAUSE = { lead: 0.6, cue: 0.05, comma: 0.16, sentence: 0.4, slide: 0.8, end: 1.6 };   // seconds
const MAX_LINE = 42;
const MAX_CPS = 17;
const FILTER = 'highpass=f=90,lowpass=f=7000,'
  + 'equalizer=f=300:t=q:w=1:g=-2,equalizer=f=3000:t=q:w=1.2:g=1.5,'
  + 'acompressor=threshold=-24dB:ratio=3:attack=5:release=160:makeup=2';
const LOUDNORM = 'loudnorm=I=-18:TP=-2:LRA=9';

const run = (cmd, args) => execFileSync(cmd, args, { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });

/* ---- the small part of YAML that the manuscripts use: quoted or plain scalars, slides and their sentences ---- */
const scalar = (s) => { s = s.trim(); return s.startsWith('"') ? JSON.parse(s) : s; };

function readManuscript(file) {
  const doc = { slides: [] };
  let slide = null;
  readFileSync(file, 'utf8').split('\n').forEach((line, n) => {
    if (/^\s*(#.*)?$/.test(line) || /^slides:\s*$/.test(line) || /^ {4}say:\s*$/.test(line)) return;
    let m;
    if ((m = /^([a-z]+): (.+)$/.exec(line))) doc[m[1]] = scalar(m[2]);
    else if ((m = /^ {2}- image: (.+)$/.exec(line))) doc.slides.push(slide = { image: scalar(m[1]), say: [] });
    else if ((m = /^ {4}(chapter|alt): (.+)$/.exec(line))) slide[m[1]] = scalar(m[2]);
    else if ((m = /^ {6}- (.+)$/.exec(line))) slide.say.push(scalar(m[1]));
    else throw new Error(`${file}:${n + 1}: cannot read: ${line}`);
  });
  return doc;
}

const respell = new Map(readFileSync(join(here, 'uttal.yaml'), 'utf8').split('\n')
  .map((l) => /^([^#\s].*?): (".*")\s*$/.exec(l)).filter(Boolean)
  .map((m) => [m[1].toLowerCase(), JSON.parse(m[2])]));

const forVoice = (text) => text.replace(' / ', ' ')
  .replace(/EU:s(?!\p{L})/gu, (w) => respell.get(w.toLowerCase()) ?? w)
  .replace(/\[\[.*?\]\]|[\p{L}\p{N}]+(?:-\p{L}+)*/gu, (w) => (w.startsWith('[[') ? w : respell.get(w.toLowerCase()) ?? w))
  .replace(/[”"]/g, '').replace(/ ?…/g, '.');

/* ---- sound ---- */
function readWav(file) {
  const b = readFileSync(file);
  const rate = b.readUInt32LE(24);
  let p = 12;
  while (b.toString('latin1', p, p + 4) !== 'data') p += 8 + b.readUInt32LE(p + 4);
  const data = b.subarray(p + 8);
  return { rate, pcm: new Int16Array(data.buffer.slice(data.byteOffset, data.byteOffset + (data.length & ~1))) };
}

function trim(pcm, rate) {
  let a = 0, z = pcm.length;
  while (a < z && Math.abs(pcm[a]) < 120) a++;
  while (z > a && Math.abs(pcm[z - 1]) < 120) z--;
  a = Math.max(0, a - Math.round(rate * 0.01));
  z = Math.min(pcm.length, z + Math.round(rate * 0.03));
  return pcm.subarray(a, z);
}

function wavFile(pcm, rate) {
  const h = Buffer.alloc(44), n = pcm.byteLength;
  h.write('RIFF', 0); h.writeUInt32LE(36 + n, 4); h.write('WAVEfmt ', 8); h.writeUInt32LE(16, 16);
  h.writeUInt16LE(1, 20); h.writeUInt16LE(1, 22); h.writeUInt32LE(rate, 24); h.writeUInt32LE(rate * 2, 28);
  h.writeUInt16LE(2, 32); h.writeUInt16LE(16, 34); h.write('data', 36); h.writeUInt32LE(n, 40);
  return Buffer.concat([h, Buffer.from(pcm.buffer, pcm.byteOffset, n)]);
}

/* ---- captions ---- */
const stamp = (t) => {
  const ms = Math.round(t * 1000), p = (n, w = 2) => String(n).padStart(w, '0');
  return `${p(Math.floor(ms / 3600000))}:${p(Math.floor(ms / 60000) % 60)}:${p(Math.floor(ms / 1000) % 60)}.${p(ms % 1000, 3)}`;
};

const WEAK_END = /(^|\s)(och|att|som|i|på|av|till|med|en|ett|den|det|de|för|om|från|är|din|ditt|dina|hen|vi|du|kan|ska|inte|mot|där|när|eller|men|säg|fem|hela)$/i;
const GOOD_START = /^(och|att|som|eller|men|när|där|innan|hur|vad|vilka|varför|mellan|från|i|på|för|om|med|av)\s/i;
const WEAK_START = /^(in|till|upp|ut|ned|med och)\s/i;

function wrap(text) {
  if (text.includes(' / ')) return text.replace(' / ', '\n');
  if (text.length <= MAX_LINE) return text;
  const words = text.split(' ');
  let best = null;
  for (let i = 1; i < words.length; i++) {
    const a = words.slice(0, i).join(' '), b = words.slice(i).join(' ');
    if (a.length > MAX_LINE || b.length > MAX_LINE) continue;
    let cost = Math.abs(a.length - b.length) * 0.7;
    if (/[,.:?]$/.test(a)) cost -= 16;
    if (WEAK_END.test(a)) cost += 12;
    if (GOOD_START.test(b)) cost -= 9;
    if (WEAK_START.test(b)) cost += 14;
    if (!best || cost < best.cost) best = { cost, text: `${a}\n${b}` };
  }
  if (!best) throw new Error(`cue does not fit two lines of ${MAX_LINE}: ${text}`);
  return best.text;
}

/* ---- one lecture ---- */
function make(slug, tmp) {
  const doc = readManuscript(join(here, 'manus', `${slug}.yaml`));
  const out = join(here, '..', slug);
  mkdirSync(out, { recursive: true });

  const parts = [], cues = [], chapters = [], pictures = [];
  let rate = 22050, at = 0, words = 0;              // at: samples so far
  const silence = (seconds) => { const n = Math.round(seconds * rate); parts.push(new Int16Array(n)); at += n; };

  doc.slides.forEach((slide, si) => {
    const slideStart = at;
    if (slide.chapter) chapters.push({ start: at, title: slide.chapter });
    silence(si === 0 ? PAUSE.lead : 0.15);
    slide.say.forEach((sentence, ni) => {
      const chunks = sentence.split('|').map((s) => s.trim());
      chunks.forEach((chunk, ci) => {
        const last = ci === chunks.length - 1;
        const spoken = forVoice(chunk) + (/[.,:?…]”?$/.test(chunk) ? '' : ',');
        const wav = join(tmp, 'cue.wav');
        run('espeak-ng', ['-v', VOICE, '-s', String(SPEED), '-p', String(PITCH), '-w', wav, spoken]);
        const sound = readWav(wav);
        rate = sound.rate;
        const pcm = trim(sound.pcm, rate);
        cues.push({ text: chunk, start: at, end: at + pcm.length });
        parts.push(pcm); at += pcm.length;
        words += (chunk.match(/[\p{L}\p{N}][^\s]*/gu) ?? []).length;
        if (!last) silence(/[.?…]”?$/.test(chunk) ? PAUSE.sentence : /[,:]$/.test(chunk) ? PAUSE.comma : PAUSE.cue);
        else if (ni < slide.say.length - 1) silence(PAUSE.sentence + 0.1);
      });
    });
    silence(si === doc.slides.length - 1 ? PAUSE.end : PAUSE.slide);
    const frames = Math.ceil((at / rate) * FPS);
    silence(Math.max(0, frames / FPS - at / rate));
    pictures.push({ image: slide.image, alt: slide.alt, start: Math.round((slideStart / rate) * FPS) / FPS, frames: frames - Math.round((slideStart / rate) * FPS) });
  });

  const pcm = new Int16Array(at);
  let p = 0;
  for (const part of parts) { pcm.set(part, p); p += part.length; }
  const total = at / rate;
  writeFileSync(join(tmp, 'raw.wav'), wavFile(pcm, rate));

  /* captions: a cue stays until just before the next one, at most 0.9 s after its speech */
  let fast = 0;
  const vtt = ['WEBVTT', ''];
  cues.forEach((c, i) => {
    const start = c.start / rate, next = cues[i + 1] ? cues[i + 1].start / rate : total;
    const end = Math.min(next - 0.001, c.end / rate + 0.9);
    if (c.text.replace(' / ', ' ').length / (end - start) > MAX_CPS) fast++;
    vtt.push(String(i + 1), `${stamp(start)} --> ${stamp(end)}`, wrap(c.text), '');
  });
  writeFileSync(join(out, 'captions.sv.vtt'), vtt.join('\n'));
  const cvtt = ['WEBVTT', ''];
  chapters.forEach((c, i) => {
    const end = chapters[i + 1] ? chapters[i + 1].start / rate : total;
    cvtt.push(String(i + 1), `${stamp(c.start / rate)} --> ${stamp(end)}`, c.title, '');
  });
  writeFileSync(join(out, 'chapters.sv.vtt'), cvtt.join('\n'));

  const svtt = ['WEBVTT', ''];
  pictures.forEach((picture, i) => {
    svtt.push(String(i + 1), `${stamp(picture.start)} --> ${stamp(pictures[i + 1]?.start ?? total)}`, `${picture.image} ${picture.alt}`, '');
  });
  writeFileSync(join(out, 'slides.sv.vtt'), svtt.join('\n'));

  /* pictures */
  const list = [];
  for (const pic of pictures) {
    const png = join(tmp, pic.image.replace(/\.svg$/, '.png'));
    run('rsvg-convert', ['-w', '1280', '-h', '720', join(out, pic.image), '-o', png]);
    list.push(`file '${png}'`, `duration ${(pic.frames / FPS).toFixed(6)}`);
  }
  list.push(list[list.length - 2]);                 // the concat demuxer wants the last picture twice
  writeFileSync(join(tmp, 'list.txt'), ['ffconcat version 1.0', ...list].join('\n'));
  run('ffmpeg', ['-y', '-v', 'error', '-i', join(tmp, pictures[0].image.replace(/\.svg$/, '.png')), '-q:v', '3', '-map_metadata', '-1', join(out, 'poster.jpg')]);

  /* loudness in two passes, then picture and sound together */
  const probe = execFileSync('sh', ['-c', `ffmpeg -hide_banner -i "$0" -af "$1:print_format=json" -f null - 2>&1`,
    join(tmp, 'raw.wav'), `${FILTER},${LOUDNORM}`], { maxBuffer: 1 << 26 }).toString();
  const m = JSON.parse(probe.slice(probe.lastIndexOf('{'), probe.lastIndexOf('}') + 1));
  const norm = `${LOUDNORM}:measured_I=${m.input_i}:measured_TP=${m.input_tp}:measured_LRA=${m.input_lra}`
    + `:measured_thresh=${m.input_thresh}:offset=${m.target_offset}:linear=true`;
  run('ffmpeg', ['-y', '-v', 'error', '-f', 'concat', '-safe', '0', '-i', join(tmp, 'list.txt'), '-i', join(tmp, 'raw.wav'),
    '-filter_complex', `[0:v]fps=${FPS},scale=out_color_matrix=bt709:out_range=tv,format=yuv420p[v];[1:a]${FILTER},${norm},aresample=44100,volume=0.6dB,alimiter=limit=0.62:attack=3:release=60:level=false[a]`,
    '-map', '[v]', '-map', '[a]', '-map_metadata', '-1',
    '-c:v', 'libx264', '-profile:v', 'high', '-preset', 'slow', '-tune', 'stillimage', '-crf', '28', '-threads', '2',
    '-g', String(FPS * 4), '-keyint_min', String(FPS), '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709',
    '-c:a', 'aac', '-b:a', '64k', '-ac', '1', '-t', total.toFixed(3),
    '-metadata', `title=${doc.title}`, '-metadata:s:a:0', 'language=swe', '-movflags', '+faststart', join(out, 'video.mp4')]);

  const length = Number(run('ffprobe', ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', join(out, 'video.mp4')]));
  const speech = cues.reduce((s, c) => s + c.end - c.start, 0) / rate;
  console.log(`${slug}: ${length.toFixed(1)} s (planned ${total.toFixed(1)}), ${words} words, ${(words / (total / 60)).toFixed(0)} words/min `
    + `(${(words / (speech / 60)).toFixed(0)} without pauses), ${cues.length} cues, ${fast} faster than ${MAX_CPS} characters/s, `
    + `${(statSync(join(out, 'video.mp4')).size / 1e6).toFixed(2)} MB`);
}

const all = readdirSync(join(here, 'manus')).filter((f) => f.endsWith('.yaml')).map((f) => f.slice(0, -5));
const wanted = process.argv.length > 2 ? process.argv.slice(2) : all;
for (const slug of wanted) {
  if (!existsSync(join(here, 'manus', `${slug}.yaml`))) throw new Error(`no manuscript for ${slug}`);
  const tmp = mkdtempSync(join(tmpdir(), 'lecture-'));
  try { make(slug, tmp); } finally { rmSync(tmp, { recursive: true, force: true }); }
}
