#pragma once

#include <iosfwd>
#include <string>
#include <vector>

// Workflow commands, which GitHub Actions shows as annotations of a run and beside a file:
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
namespace promptctl {

// Nothing is escaped here: that is for the writer.
struct Annotation {
  std::string file;  // empty: of no file
  std::string title;
  std::string message;
};

// Those of one kind, the gravest first. Of each kind ten are shown; the last then counts the others.
struct Annotations {
  std::vector<Annotation> errors;
  std::vector<Annotation> warnings;
  std::vector<Annotation> notices;
};

void write_annotations(const Annotations& annotations, std::ostream& out);

}  // namespace promptctl
