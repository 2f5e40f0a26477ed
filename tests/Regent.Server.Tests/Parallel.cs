using Xunit.v3;

// Much of the time goes by in browsers and other processes; one more thread than cores keeps the machine busy.
[assembly: Parallelization(MaxThreads = 3)]
