PRAGMA max_page_count = 1000000
