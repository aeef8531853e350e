#!/usr/bin/env python3
"""Walks through the pages as people do, with the real program and Debian's Chromium. Needs playwright, axe-playwright-python,
pillow and zxing-cpp, and pdftotext.

    Tools/browser/walk.py PROGRAM OUTPUT_FOLDER [WALK...]     the folder gets the pictures, and one of each open page on failure
"""
import pathlib, sys, tempfile, time, traceback

import appeal, first_start, proposal, without_script
from desk import CHROMIUM, Walk, sync_playwright
from survey import survey

WALKS = {"first-start": first_start.walk, "proposal": proposal.walk, "appeal": appeal.walk, "without-script": without_script.walk}


def main(program, output, *names):
    output = pathlib.Path(output).resolve()
    output.mkdir(parents=True, exist_ok=True)
    begun, known = time.monotonic(), set()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for name in names or WALKS:
            print(f"walk {name}", flush=True)
            walk = Walk(chromium, pathlib.Path(program).resolve(), folder, output, name)
            try:
                WALKS[name](walk)
                survey(walk, known)
                walk.end()
            except Exception as error:
                walk.photograph_all()
                traceback.print_tb(error.__traceback__, limit=4)
                print(f"FAILED {name}: {str(error).split('Call log:')[0]}\nPictures of the open pages are in {output}", file=sys.stderr)
                walk.served.kill()
                sys.exit(1)
    print(f"All walks passed in {time.monotonic() - begun:.0f} s")


main(*sys.argv[1:])
