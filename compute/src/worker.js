// Follows the script that wasm-bindgen writes for the module. A message is the compiled module and a job; the answers
// go back as they come. Whatever goes wrong reaches the page as an error of the worker.
let started;
onmessage = ({ data: [module, job] }) => {
  started ??= wasm_bindgen.initSync({ module });
  wasm_bindgen.run(job, (message) => postMessage(message));
};
