// The gaps, filtered and sorted. Without script the whole list stands, in the order of what each gains.
'use strict'
{
  const form = document.getElementById('gap-filter')
  const table = document.getElementById('gap-list')
  if (form && table) {
    const body = table.tBodies[0]
    const rows = [...body.rows]
    const status = form.querySelector('[role=status]')
    const said = (shown) =>
      (status.textContent = status.dataset.shown.replace('{shown}', shown).replace('{all}', rows.length))

    const filter = () => {
      const words = form.elements.text.value.trim().toLowerCase()
      let shown = 0
      for (const row of rows) {
        const fits = ['obligation', 'owner', 'entry'].every((key) => {
          const value = form.elements[key]?.value ?? ''
          return value === '' || row.dataset[key] === value
        })
        row.hidden = !(fits && row.textContent.toLowerCase().includes(words))
        if (!row.hidden) shown++
      }
      said(shown)
    }
    form.addEventListener('input', filter)
    form.addEventListener('submit', (event) => event.preventDefault())
    form.hidden = false
    said(rows.length)

    const numbers = new Set(['rank', 'effort', 'points'])
    const compare = (key) => (a, b) =>
      numbers.has(key)
        ? Number(a.dataset[key]) - Number(b.dataset[key])
        : a.dataset[key].localeCompare(b.dataset[key], document.documentElement.lang)
    const heads = [...table.querySelectorAll('th[data-sort]')]
    for (const head of heads) {
      const button = document.createElement('button')
      button.type = 'button'
      button.textContent = head.textContent
      button.title = head.dataset.sortBy
      head.replaceChildren(button)
      button.addEventListener('click', () => {
        const key = head.dataset.sort
        // What is worth most is asked for first.
        const first = key === 'points' ? 'descending' : 'ascending'
        const order =
          head.getAttribute('aria-sort') === first ? (first === 'ascending' ? 'descending' : 'ascending') : first
        for (const other of heads) other.removeAttribute('aria-sort')
        head.setAttribute('aria-sort', order)
        const sorted = rows.toSorted(compare(key))
        body.append(...(order === 'ascending' ? sorted : sorted.toReversed()))
      })
    }
  }
}
