"""The terminal: what it can do, what comes from it and what goes to it. Stands below the app and the command line, and knows neither.

probe.py          what this terminal can do, told from the environment
app.py            a Textual app that writes only what changed, stops and comes back, and ends in good order
driver.py         keys in, drawing out; sequences.py what of the input is one key
outlet.py         what the link has taken of that, and what is let go
painter.py        only the cells that changed; cells.py what a cell is; measure.py has Rich count cells as everybody here does
output_filter.py  what no text may carry to a terminal, taken out of every segment before it is written
signals.py        hang-up and signals
suspend.py        stopping, and going on
clipboard.py      copying over SSH
crash.py          what is left when the program fails

Private ground of Textual and Rich, which an upgrade may move without a word. Program code touches it in this folder only;
`tests/test_private_ground.py` compares this list with every use, and asks the installed version for each name.

    App._display                 the one place where a frame passes on its way out: the painter stands there
    App._running                 told as Textual's own `_display` tells it: nothing is drawn before the loop runs
    App._closed                  nor after its end
    App._batch_count             nor within a batch of changes
    App._begin_update            a frame as one synchronized update, where the terminal has that
    App._end_update              its end
    App._filters                 the output filter must see every segment, and there is no public list
    App._driver                  where the painter writes; an app has no public way to its driver
    App._loop                    a signal ends the app from another thread
    App._exit                    whether the end has begun: nobody may take the screen again then
    App._handle_exception        Textual prints a traceback with the values of variables; ours tells a sentence, later
    App._exception               what a test driver of Textual raises again
    App._exception_event         what it waits for
    App._set_pointer_shape       what Textual sends to shape the mouse pointer at every start
    App._return_code             the exit code of a failure
    App._get_dispatch_methods    tests of the app look up the handlers of a message once
    App._close_messages_no_wait  ends the loop from inside a failing handler
    LinuxDriver._app             the app that keys and failures go to
    LinuxDriver._loop            signals are handed over to the app's thread by it
    LinuxDriver._writer_thread   None where we are in the background and the screen is not ours yet
    LinuxDriver._file            where its thread writes: our outlet stands there
    LinuxDriver._get_terminal_size     the size, read when the app hears of it and not when the signal came
    LinuxDriver._size            the size that the app begins with, bounded
    LinuxDriver._run_input_thread      a failure while reading keys ends the app as any other does
    LinuxDriver._sigtstp_application   a stop from outside goes the way of Ctrl+Z
    LinuxDriver._sigcont_application   whoever was stopped unasked draws anew
    XTermParser._timeout_time    whether it waits for more of a key, which it tells nobody else
    rich.cells._cell_len         how wide a text is: Rich has tables of its own, and nobody may disagree within one frame
    Style._make_ansi_codes       the colours of a style as numbers; the public way renders text around them
    Compositor._dirty_regions    tests of the app take a frame that no terminal shows as drawn
    Screen._compositor           tests read the frame that Textual itself would draw
    textual._compositor          the kinds of update that the painter understands
    textual._xterm_parser        what a key, whole, means to Textual
    textual._ansi_sequences      tests feed every sequence that Textual knows
"""
