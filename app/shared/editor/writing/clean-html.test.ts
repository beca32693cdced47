import { getSchema, type JSONContent } from '@tiptap/core'
import { DOMParser } from '@tiptap/pm/model'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { extensions } from '../extensions'
import { markdownFromDocument } from '../markdown/writer'
import { checkDocument } from '../schema.server'
import { cleanTree } from './clean-html'
import { storedForm } from './tidy'

const schema = getSchema(extensions)

/** Pasted HTML as the editor takes it in, told as Markdown, and what was left out. */
function pasted(html: string) {
  const { body } = parseHTML(html.includes('<body') ? html : `<html><body>${html}</body></html>`)
    .document as unknown as Document
  const left = cleanTree(body)
  const document = storedForm(DOMParser.fromSchema(schema).parse(body).toJSON() as JSONContent)
  expect(checkDocument(document)).toMatchObject({ ok: true })
  return { markdown: markdownFromDocument(document), html: body.innerHTML, left }
}

const word = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; mso-style-unhide:no;} @page WordSection1 {size:595.3pt 841.9pt;} --></style></head>
<body lang=SV style='tab-interval:65.2pt'><!--StartFragment-->
<p class=MsoTitle><span style='mso-ansi-language:SV'>Planering<o:p></o:p></span></p>
<h1><span style='font-family:"Calibri Light",sans-serif;mso-fareast-font-family:"Times New Roman"'><b>Mål</b><o:p></o:p></span></h1>
<p class=MsoNormal><span style='font-size:11.0pt'>Eleven ska <b style='mso-bidi-font-weight:normal'>förstå</b> och
<i>kunna</i> förklara.<span style='mso-spacerun:yes'>  </span>Se <a href="https://www.skolverket.se/"><span style='color:#0563C1'>Skolverket</span></a>.<a
style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]></span></span></a><o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span><![endif]>Läs<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span><![endif]>högt<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Skriv<o:p></o:p></p>
<p class=MsoNormal>Sedan:</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>3.<span>&nbsp; </span></span><![endif]>Tredje</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>4.<span>&nbsp; </span></span><![endif]>Fjärde</p>
<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
<thead><tr style='mso-yfti-irow:0'><td width=302 valign=top><p class=MsoNormal><b>Vad</b><o:p></o:p></p></td><td width=302><p class=MsoNormal>När</p></td></tr></thead>
<tr><td colspan=2><p class=MsoNormal>Samma vecka</p></td></tr>
<tr><td><ul><li>läsa</li><li>skriva</li></ul></td><td><p class=MsoNormal>v. 3</p></td></tr></table>
<p class=MsoNormal><v:shape id="x"><v:imagedata src="file:///C:/bild.png"/></v:shape><img width=10 src="file:///C:/Users/x/clip_image001.png" v:shapes="x"></p>
<p class=MsoNormal style='display:none;mso-hide:all'>Dold text</p>
<div style='mso-element:footnote-list'><hr align=left size=1 width="33%"><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> Läst i november.<o:p></o:p></p></div></div>
<!--EndFragment--></body></html>`

const google = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-7a1f"><h1 dir="ltr" style="line-height:1.38;"><span style="font-size:20pt;font-family:Arial;font-weight:400;">Lektion</span></h1><p dir="ltr" style="line-height:1.38;margin-top:0pt;"><span style="font-size:11pt;font-weight:700;">Viktigt:</span><span style="font-size:11pt;font-weight:400;"> kom </span><span style="font-size:11pt;font-style:italic;font-weight:400">i tid</span><span style="font-weight:400">. </span><a href="https://www.google.com/url?q=https://example.org/a%3Fb%3D1&amp;sa=D" style="text-decoration:none;"><span style="color:#1155cc;text-decoration:underline;">Schemat</span></a><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p><br /><ul style="margin-top:0;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400">ett</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>under</span></p></li></ul><li dir="ltr" aria-level="1"><p role="presentation"><span>två</span></p></li></ul><div dir="ltr" align="left"><table style="border:none;"><colgroup><col width="301" /></colgroup><tbody><tr><td rowspan="2"><p dir="ltr"><span>A</span></p></td><td><p dir="ltr"><span>B</span></p></td></tr><tr><td><p dir="ltr"><span>C</span></p></td></tr></tbody></table></div><p dir="ltr"><img src="https://lh3.googleusercontent.com/x" width="10" /></p></b><br class="Apple-interchange-newline">`

describe('what is pasted', () => {
  it('from Word comes out clean', () => {
    const { markdown, html, left } = pasted(word)
    expect(markdown).toBe(`## Planering

## Mål

Eleven ska **förstå** och *kunna* förklara. Se [Skolverket](<https://www.skolverket.se/>).\\[1\\]

- Läs
  - högt
- Skriv

Sedan:

3. Tredje
4. Fjärde

| **Vad** | När |
| --- | --- |
| Samma vecka |  |
| läsa<br><br>skriva | v. 3 |

---

\\[1\\] Läst i november.`)
    expect(html).not.toMatch(/mso|style=|class=|o:p|supportLists|Dold/i)
    expect(left).toEqual({ pictures: 1, cells: 1, links: 0 })
  })

  it('from Google Docs comes out clean', () => {
    const { markdown, html, left } = pasted(google)
    expect(markdown).toBe(`## Lektion

**Viktigt:** kom *i tid*. [Schemat](<https://example.org/a?b=1>)\\[1\\]

- ett
  - under
- två

{headers="none"}
| A | B |
| --- | --- |
|  | C |`)
    expect(html).not.toMatch(/style=|docs-internal|<b>|<span/)
    expect(left).toEqual({ pictures: 1, cells: 1, links: 0 })
  })

  it.each([
    ['<script>alert(1)</script><p onclick="x()">Text</p>', 'Text', 0],
    ['<p><a href="javascript:alert(1)">länk</a></p>', 'länk', 1],
    ['<p><a href="https://example.org">länk</a></p>', '[länk](<https://example.org>)', 0],
    ['<div><div>Ett</div><div>Två</div></div>', 'Ett\n\nTvå', 0],
    ['<h1>A</h1><h2>B</h2><h6>C</h6>', '## A\n\n### B\n\n#### C', 0],
    ['<h2>A</h2><h3> </h3>', '## A', 0],
    ['<p>a<br>b<br></p>', 'a  \nb', 0],
    [
      '<table><tr><td><table><tr><td>inre</td></tr></table></td></tr></table>',
      '{headers="none"}\n| inre |\n| --- |',
      0,
    ],
    [
      '<table><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></table>',
      '{headers="none"}\n| a |  |\n| --- | --- |\n| b | c |',
      0,
    ],
    ['<li>lös</li>', 'lös', 0],
    ['<b><p>Ett</p><p>Två</p></b>', 'Ett\n\nTvå', 0],
    ['<p><b><i>båda</i></b></p>', '***båda***', 0],
  ])('%s', (html, expected, links) => {
    const { markdown, left } = pasted(html)
    expect(markdown).toBe(expected)
    expect(left.links).toBe(links)
  })
})
