// Records what is said into the file field of the same form: a WAV of 16,000 samples a second, each one byte (G.711, mu-law). What browsers record
// by themselves is of another kind in each, and a WAV of whole samples is twice as long to send.
const RATE = 16000;
const Context = window.AudioContext || window.webkitAudioContext;

for (const part of document.querySelectorAll("[data-recorder]")) {
  const field = part.closest("form").querySelector("input[type=file]");
  const [record, stop, hear, away] = part.querySelectorAll("button");
  const said = part.querySelector("[role=status]");
  const send = part.closest("form").querySelector("button:not([type=button])");
  const most = Number(part.dataset.recorder);
  let taken;
  let end;
  const show = (words, ...buttons) => {
    said.textContent = words;
    for (const button of [record, stop, hear, away]) button.hidden = !buttons.includes(button);
    // There is nothing to send before.
    send.hidden = !field.files.length;
  };
  const seconds = (words, n) => words.replace("#", Math.round(n));

  record.addEventListener("click", async () => {
    end?.();
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
    } catch {
      show(part.dataset.denied, record);
      return;
    }
    const context = new Context();
    const source = context.createMediaStreamSource(stream);
    const tap = context.createScriptProcessor(4096, 1, 1);
    const pieces = [];
    let heard = 0;
    end = () => {
      end = undefined;
      tap.disconnect();
      source.disconnect();
      for (const track of stream.getTracks()) track.stop();
      const rate = context.sampleRate;
      context.close();
      if (heard) keep(slower(pieces, heard, rate));
    };
    tap.onaudioprocess = ({ inputBuffer }) => {
      if (!end) return;
      pieces.push(inputBuffer.getChannelData(0).slice());
      heard += inputBuffer.length;
      const now = heard / context.sampleRate;
      said.textContent = seconds(part.dataset.recording, now);
      // Half a second early: the last piece would go beyond it.
      if (now > most - 0.5) end();
    };
    source.connect(tap);
    tap.connect(context.destination);
    show(seconds(part.dataset.recording, 0), stop);
    stop.focus();
  });
  stop.addEventListener("click", () => end?.());
  addEventListener("pagehide", () => end?.());

  function keep(samples) {
    taken = samples;
    const file = new File([wav(samples)], "recording.wav", { type: "audio/wav" });
    const files = new DataTransfer();
    files.items.add(file);
    field.files = files.files;
    show(seconds(part.dataset.taken, Math.max(1, samples.length / RATE)), hear, record, away);
    hear.focus();
  }

  hear.addEventListener("click", () => {
    const context = new Context();
    const buffer = context.createBuffer(1, taken.length, RATE);
    buffer.getChannelData(0).set(taken);
    const player = context.createBufferSource();
    player.buffer = buffer;
    player.connect(context.destination);
    player.onended = () => {
      part.dataset.heard = "yes";
      context.close();
    };
    player.start();
  });
  away.addEventListener("click", () => {
    field.value = "";
    taken = undefined;
    show("", record);
    record.focus();
  });
  // A file that is chosen takes the place of what was recorded.
  field.addEventListener("change", () => show("", record));

  if (!Context || !navigator.mediaDevices?.getUserMedia || !window.DataTransfer) continue;
  part.hidden = false;
  send.hidden = true;
  // Who can record seldom has a file.
  const fold = document.createElement("details");
  const title = document.createElement("summary");
  fold.className = "fold";
  title.textContent = part.dataset.file;
  const chosen = field.closest(".field");
  chosen.before(fold);
  fold.append(title, chosen);
}

// The mean of the samples that fall into each of ours.
function slower(pieces, heard, rate) {
  const all = new Float32Array(heard);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  const step = rate / RATE;
  return Float32Array.from({ length: Math.floor(heard / step) }, (_, n) => {
    const from = Math.floor(n * step);
    const to = Math.max(from + 1, Math.floor((n + 1) * step));
    return all.subarray(from, to).reduce((sum, sample) => sum + sample, 0) / (to - from);
  });
}

function wav(samples) {
  const bytes = new DataView(new ArrayBuffer(46 + samples.length));
  const text = (at, letters) => [...letters].forEach((letter, n) => bytes.setUint8(at + n, letter.charCodeAt(0)));
  text(0, "RIFF");
  bytes.setUint32(4, 38 + samples.length, true);
  text(8, "WAVEfmt ");
  bytes.setUint32(16, 18, true);
  bytes.setUint16(20, 7, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, RATE, true);
  bytes.setUint32(28, RATE, true);
  bytes.setUint16(32, 1, true);
  bytes.setUint16(34, 8, true);
  text(38, "data");
  bytes.setUint32(42, samples.length, true);
  samples.forEach((sample, n) => {
    const loud = Math.min(32635, Math.abs(sample) * 32768) + 132;
    const power = Math.floor(Math.log2(loud)) - 7;
    bytes.setUint8(46 + n, ~((sample < 0 ? 128 : 0) | (power << 4) | ((loud >> (power + 3)) & 15)));
  });
  return bytes;
}
