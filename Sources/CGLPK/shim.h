#pragma once
#include <glpk.h>
#include <setjmp.h>
#include <stddef.h>

static void harvest_glp_leave(void *place) { longjmp(*(jmp_buf *)place, 1); }

/* glp_intopt with presolving, which ends the process on some sound models: the presolver of
   GLPK 5.0 asserts that no column it looks at is fixed (npp3.c), and may have fixed it itself.
   Here a failed assertion is GLP_EFAIL. The problem is untouched then, since the presolver works on
   a copy; the copy is lost until the thread's GLPK memory is freed. Only C frames are left. */
static inline int harvest_glp_intopt_presolved(glp_prob *problem, const glp_iocp *parameters) {
  jmp_buf place;
  if (setjmp(place) != 0) {
    glp_error_hook(NULL, NULL);
    return GLP_EFAIL;
  }
  glp_error_hook(harvest_glp_leave, &place);
  int code = glp_intopt(problem, parameters);
  glp_error_hook(NULL, NULL);
  return code;
}
