
// A hidden frame reads the file of this page again and again, and says by its mark whether it is another one by now;
// only then the page is loaded, at the same place. Where no frame may read it, the page is loaded all the same.
(() => {
  const NAME = "quizengine-renewal", PLACE = "quizengine-place"
  const mark = document.documentElement.dataset.mark
  if (window.name === NAME) {
    parent.postMessage(mark, "*")
    stop()
    return
  }
  const seeds = () => [...document.querySelectorAll("article:has(.question)")]  // none while the file has faults
  const top = (seed) => seed.getBoundingClientRect().top
  const keep = () => {
    const above = seeds().filter((seed) => top(seed) <= 0).pop()
    if (seeds().length) sessionStorage[PLACE] = JSON.stringify(above ? [above.id, top(above)] : ["", -scrollY])
  }
  const restore = () => {
    const [id, was] = JSON.parse(sessionStorage[PLACE] || "[\"\", 0]")
    const seed = id && document.getElementById(id)
    if (seeds().length) scrollBy(0, (seed ? top(seed) : -scrollY) - was)
  }
  const quietly = (work) => { try { work() } catch { /* a browser that keeps nothing: the page begins at its top */ } }
  const ask = (number, silent) => {
    const frame = document.createElement("iframe")
    frame.name = NAME
    frame.hidden = true
    frame.src = location.href.split(/[?#]/)[0] + "?" + number
    const next = (again) => {
      clearTimeout(patience)
      removeEventListener("message", hear)
      frame.remove()
      setTimeout(again, 400)
    }
    const hear = (event) => {
      if (event.source !== frame.contentWindow) return
      next(event.data === mark ? () => ask(number + 1, 0) : () => location.reload())
    }
    const silence = () => {  // no frame may read the file, or the page there renews itself no longer
      history.scrollRestoration = "auto"
      location.reload()
    }
    const patience = setTimeout(() => next(silent < 1 ? () => ask(number + 1, silent + 1) : silence), 1000)
    addEventListener("message", hear)
    document.body.append(frame)
  }
  history.scrollRestoration = "manual"
  addEventListener("pagehide", () => quietly(keep))
  addEventListener("DOMContentLoaded", () => { quietly(restore); ask(Date.now(), 0) })
})()
