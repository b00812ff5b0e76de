//! `bindgen <in.wasm> <name> <folder> [names]`: writes `<name>.js`, `<name>.d.ts` and `<name>_bg.wasm`. With `names` the module keeps
//! its function names, which wasm-opt and a person's stack trace want.

use std::process::exit;
use wasm_bindgen_cli_support::Bindgen;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [input, name, folder, rest @ ..] = args.as_slice() else {
        eprintln!("bindgen <in.wasm> <name> <folder> [names]");
        exit(2);
    };
    if let Err(error) = run(input, name, folder, rest.iter().any(|word| word == "names")) {
        eprintln!("{error:#}");
        exit(1);
    }
}

fn run(input: &str, name: &str, folder: &str, names: bool) -> anyhow::Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(input)
        .out_name(name)
        .typescript(true)
        .web(true)?;
    // without it `init()` would have to be told where its own module lies
    bindgen.omit_default_module_path(false);
    bindgen
        .remove_name_section(!names)
        .remove_producers_section(true)
        .generate(folder)
}
