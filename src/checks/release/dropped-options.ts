import type { ReleaseCheck } from './release.js'

/** An option that a saved answer may hold and that can be chosen no more. */
export const droppedOptions: ReleaseCheck = (release) =>
  [...release.kept()].flatMap(({ was, is, fate }) =>
    release.major && fate.again
      ? []
      : was.options
          .filter(({ id }) => !is.options.some((it) => it.id === id))
          .filter(({ id }) => !release.major || fate.option(id) === undefined)
          .map(({ id: option }) =>
            release.broken('check/option-dropped', { id: is.id, option }, release.placeOf(is.id)),
          ),
  )
