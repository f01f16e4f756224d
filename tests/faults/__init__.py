"""What can break under an hour, injected for real into the real program, and judged by one oracle.

Every fault has a control: a twin of the program with one mistake, which the same fault must find out.

1, 2, 17   killed with lines or screens, window closed            test_killed
3, 18      power cut, folders that cannot be synced               test_power
4, 5       state disk full, state disk broken                     test_disk
6, 7, 8, 9 share full, lost, read-only, held; two laptops         test_share
           (over Samba: tests/storage/test_simultaneous)
10, 11     clock set, end of summer time, sleep                   test_clock
12         other address, lost Wi-Fi                              tests/whole/test_network
13, 14     line cut before the receipt, all connections held      test_line
15, 16     flipped bits and cut-off files, exercise replaced      test_damage

``python -m tests.faults --long`` counts kills and power cuts by the thousand and writes REPORT.md.
"""
