/** A worker that turns frames into JPEG or PNG where they are bitmaps, and sends them, beside the page's own thread. */

import { request } from "./request.mjs";
import { speak } from "./words.mjs";

const QUALITY = 0.95; // JPEG

/** A frame to send, as it is or as a bitmap; the first one brings the words in which to say what goes wrong. */
onmessage = async ({ data: { body, speech, url, ...frame } }) => {
  if (speech) speak(speech);
  try {
    await request(url, { method: "PUT", body: body ?? (await encoded(frame)) });
    postMessage({});
  } catch (error) {
    postMessage({ error: error.message });
  }
};

async function encoded({ bitmap, type, clear = false }) {
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext("2d", { alpha: clear, willReadFrequently: true }).drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob({ type, quality: QUALITY });
}
