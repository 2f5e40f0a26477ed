using Xunit.v3;

// Much of the time goes by in browsers and other processes; twice as many tests as cores keep the machine busy.
[assembly: Parallelization(MaxThreads = 4)]
