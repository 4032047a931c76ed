// A picture of a terminal, from the bytes a command really wrote: text with SGR colours in, SVG out.

const CELL = { width: 8.4, height: 19, size: 14, pad: 16 };
const COLOURS = {
  30: '#484f58',
  31: '#ff7b72',
  32: '#3fb950',
  33: '#d29922',
  34: '#58a6ff',
  35: '#bc8cff',
  36: '#39c5cf',
  37: '#b1bac4',
  90: '#8b949e',
  91: '#ffa198',
  92: '#56d364',
  93: '#e3b341',
  94: '#79c0ff',
  95: '#d2a8ff',
  96: '#56d4dd',
  97: '#f0f6fc',
};
const PLAIN = { fill: '#e6edf3', bold: false, underline: false };

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Splits a line into runs of one style; the style goes on to the next line. */
function runs(line, style) {
  const out = [];
  for (const piece of line.split(/(\x1b\[[0-9;]*m)/)) {
    const codes = /^\x1b\[([0-9;]*)m$/.exec(piece);
    if (codes !== null) Object.assign(style, applied(style, codes[1].split(';').map(Number)));
    else if (piece !== '') out.push({ text: piece, ...style });
  }
  return out;
}

function applied(style, codes) {
  let next = { ...style };
  for (const code of codes) {
    if (code === 0) next = { ...PLAIN };
    else if (code === 1) next.bold = true;
    else if (code === 2) next.fill = '#8b949e';
    else if (code === 4) next.underline = true;
    else if (code === 22) next = { ...next, bold: false, fill: PLAIN.fill };
    else if (code === 24) next.underline = false;
    else if (code === 39) next.fill = PLAIN.fill;
    else if (COLOURS[code] !== undefined) next.fill = COLOURS[code];
  }
  return next;
}

/** @param {string} output @param {string} title read by screen readers @returns {string} an SVG document */
export function terminalSvg(output, title) {
  const lines = output.replace(/\n+$/, '').split('\n');
  const style = { ...PLAIN };
  const columns = Math.max(...lines.map((line) => [...line.replace(/\x1b\[[0-9;]*m/g, '')].length));
  const width = Math.ceil(columns * CELL.width + 2 * CELL.pad);
  const height = lines.length * CELL.height + 2 * CELL.pad;
  const body = lines.map((line, row) => {
    let column = 0;
    const spans = runs(line, style).map(({ text, fill, bold, underline }) => {
      const x = (CELL.pad + column * CELL.width).toFixed(1);
      column += [...text].length;
      const look = `${bold ? ' font-weight="700"' : ''}${underline ? ' text-decoration="underline"' : ''}`;
      const length = ([...text].length * CELL.width).toFixed(1);
      return `<tspan x="${x}" fill="${fill}"${look} textLength="${length}" xml:space="preserve">${escape(text)}</tspan>`;
    });
    return `<text y="${CELL.pad + row * CELL.height + CELL.size}">${spans.join('')}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${escape(title)}</title>
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="${CELL.size}">
${body.join('\n')}
</g>
</svg>
`;
}
