/** A worker that turns frames into JPEG or PNG and sends them, beside the page's own thread. */

import { request } from "./request.mjs";
import { speak } from "./words.mjs";

const QUALITY = 0.95; // JPEG

/** A frame to send; the first one brings the words in which to say what goes wrong. */
onmessage = async ({ data: { bitmap, type, url, clear = false, speech } }) => {
  if (speech) speak(speech);
  try {
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext("2d", { alpha: clear, willReadFrequently: true }).drawImage(bitmap, 0, 0);
    bitmap.close();
    const body = await canvas.convertToBlob({ type, quality: QUALITY });
    await request(url, { method: "PUT", body });
    postMessage({});
  } catch (error) {
    postMessage({ error: error.message });
  }
};
