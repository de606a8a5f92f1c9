search-title = Find
search-label = Find orders, workers, firms, styles
search-hint = Orders, people, firms, styles
search-how = Type a number, a name, or how the name sounds, such as “guo” or “mudan”.
search-none = Nothing found for “{ $sought }”
search-none-hint = Try another number or name, or the first letters of how it sounds.
search-more-orders = There are more orders than the newest { $n } above. Type more to narrow them down.
