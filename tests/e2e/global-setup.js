import { bundle } from "../package/bundle.js";

/** So that what is tested is what is written, also where the tests are started by hand. */
export default async function setUp() {
  await bundle();
}
